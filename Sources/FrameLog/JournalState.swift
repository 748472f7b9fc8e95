/// What the lines of a journal say together. Lines are added as they are written.
struct JournalState: Sendable {
    private(set) var startedAt: Int64?
    private(set) var version: Int64?
    private(set) var run: String?
    private(set) var tracks: [RecordingOverview.Track] = []
    /// By a page's number in the journal: its place in `tracks`.
    private(set) var trackOf: [UInt32: Int] = [:]
    /// And back: the number of a page by its id.
    private(set) var numberOf: [String: UInt32] = [:]
    private(set) var program: [RecordingOverview.Span] = []
    private(set) var gaps: [RecordingGap] = []
    private(set) var openGap: RecordingOverview.OpenGap?
    private(set) var last: Int64 = 0
    private(set) var isClosed = false
    private(set) var damagedLines = 0

    /// Whether the log has become videos.
    var isArchived: Bool { version.map { $0 >= RecordingFormat.archive } ?? false }

    mutating func add(_ line: JournalRecord.Line) {
        switch line {
        case .damaged: damagedLines += 1
        case .unknown: break
        case .record(let record, let milliseconds):
            last = max(last, milliseconds)
            add(record, at: milliseconds)
        }
    }

    private mutating func add(_ record: JournalRecord, at milliseconds: Int64) {
        switch record {
        case .recording(let version, let run, let startedAt):
            self.version = max(self.version ?? 0, version)
            self.run = run
            self.startedAt = startedAt
        case .page(let page, let id, let url, let title):
            visit(page, id, RecordingOverview.Visit(from: milliseconds, url: url, title: title))
        case .gone(let page): trackOf[page].map { tracks[$0].to = milliseconds }
        case .front(let page): front(page, at: milliseconds)
        case .gap(let cause):
            endGap(at: milliseconds)
            openGap = RecordingOverview.OpenGap(cause: cause, from: milliseconds)
        case .gapEnd: endGap(at: milliseconds)
        case .alive: break
        case .end:
            endGap(at: milliseconds)
            isClosed = true
        }
    }

    private mutating func visit(_ page: UInt32, _ id: String, _ visit: RecordingOverview.Visit) {
        if let index = trackOf[page] { return tracks[index].add(visit) }
        trackOf[page] = tracks.count
        numberOf[id] = page
        tracks.append(RecordingOverview.Track(pageID: id, from: visit.from, to: nil, visits: [visit]))
    }

    private mutating func front(_ page: UInt32?, at milliseconds: Int64) {
        let id = page.flatMap { trackOf[$0] }.map { tracks[$0].pageID }
        guard program.last?.pageID != id || program.isEmpty else { return }
        program.append(RecordingOverview.Span(from: milliseconds, pageID: id))
    }

    private mutating func endGap(at milliseconds: Int64) {
        guard let gap = openGap.take() else { return }
        gaps.append(RecordingGap(cause: gap.cause, from: gap.from, to: milliseconds))
    }
}

extension RecordingOverview.Track {
    /// So many visits are told of with each title that they have had; a page whose title is a clock has thousands.
    private static let mostTitles = 1000

    fileprivate mutating func add(_ visit: RecordingOverview.Visit) {
        guard visits.count > Self.mostTitles, let last = visits.last, last.url == visit.url else {
            return visits.append(visit)
        }
        visits[visits.count - 1] = RecordingOverview.Visit(from: last.from, url: last.url, title: visit.title)
    }
}
