import FrameLog
import Model

/// Hands a run's frames and pages to its frame log, in milliseconds since its start, without secrets, and with addresses and titles cut as in events.
struct RecordingLog: Sendable {
    let writer: FrameLogWriter
    let redaction: Redaction
    let limits: TextLimits
    private let clock: RecordingClock
    private var pages: [PageTarget] = []
    private var front: String??

    init(writer: FrameLogWriter, startedAt: Timestamp, redaction: Redaction, limits: TextLimits = TextLimits()) {
        self.writer = writer
        clock = RecordingClock(startedAt: startedAt)
        self.redaction = redaction
        self.limits = limits
    }

    func keep(_ frame: Frame) {
        writer.append(
            LoggedFrame(
                number: frame.number,
                pageID: frame.pageID,
                milliseconds: milliseconds(frame.time),
                width: frame.width,
                height: frame.height,
                geometry: frame.geometry,
                jpeg: frame.jpeg
            )
        )
    }

    /// Notes what has changed of the pages.
    mutating func update(_ new: [PageTarget], at time: Timestamp) {
        let now = milliseconds(time)
        let old = Dictionary(uniqueKeysWithValues: pages.map { ($0.id, $0) })
        for page in new where old[page.id]?.url != page.url || old[page.id]?.title != page.title {
            let url = TextLimits.cut(redaction.url(page.url), bytes: limits.url).text
            let title = TextLimits.cut(redaction.text(page.title), bytes: limits.text).text
            writer.page(page.id, url: url, title: title, at: now)
        }
        let active = new.first(where: \.active)?.id
        if front != .some(active) { writer.front(active, at: now) }
        front = .some(active)
        let ids = Set(new.map(\.id))
        for page in pages where !ids.contains(page.id) { writer.gone(page.id, at: now) }
        pages = new
    }

    func milliseconds(_ time: Timestamp) -> Int64 { clock.milliseconds(time) }
}
