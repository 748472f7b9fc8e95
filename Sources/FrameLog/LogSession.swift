import Glibc
import Logging
import Model

/// The state of a recording that is being written: its pages, and whether it can be written at all.
struct LogSession {
    let folder: String
    let run: String
    let startedAt: Timestamp
    let settings: FrameLogSettings
    let logger: Logger
    private var files: LogFiles?
    /// The pages that are there.
    private var pages: [String: LoggedPage] = [:]
    /// Also of those that are gone: their last frame may come after them.
    private var numbers: [String: UInt32] = [:]
    /// The newest time of each page's frames: a clock that is set back must not disorder an index.
    private var times: [UInt32: Int64] = [:]
    /// Why frames are not written now; nil while they are.
    private var suspension: RecordingGap.Cause?
    private var retry = RetryPause()
    /// The gap that the recorder has told of.
    private var gap: RecordingGap.Cause?
    /// Lines that the disk did not take yet.
    private var owed: [(record: JournalRecord, milliseconds: Int64)] = []
    /// The newest frame of each page that was left out.
    private var leftOut: [String: LoggedFrame] = [:]
    private var isDirty = false
    private var isCommitPlanned = false
    private var isClosed = false
    private var now: Int64 = 0

    init(folder: String, run: String, startedAt: Timestamp, settings: FrameLogSettings, logger: Logger) {
        self.folder = folder
        self.run = run
        self.startedAt = startedAt
        self.settings = settings
        self.logger = logger
    }

    mutating func open() {
        let first = JournalRecord.recording(
            version: Int64(RecordingFormat.log),
            run: run,
            startedAt: startedAt.milliseconds
        )
        note(first, at: 0)
        note(first, at: 0)
    }

    mutating func write(_ frame: LoggedFrame) {
        guard !isClosed else { return }
        now = max(now, frame.milliseconds)
        resumeIfPossible()
        guard suspension == nil, let files else { return leaveOut(frame) }
        do throws(FrameLogError) {
            let page = number(of: frame.pageID)
            let time = max(frame.milliseconds, times[page] ?? 0)
            try files.write(frame, page: page, at: time)
            times[page] = time
            isDirty = true
        } catch {
            fail(error)
            leaveOut(frame)
        }
    }

    /// Frames have come since a moment for which the queue had no room: the newest of each page.
    mutating func overflowed(_ frames: [LoggedFrame], since milliseconds: Int64) {
        guard !isClosed else { return }
        if suspension == nil {
            suspend(FrameLogError(.unavailable, "The disk is slower than the pictures come."), at: milliseconds)
        }
        for frame in frames {
            now = max(now, frame.milliseconds)
            leaveOut(frame)
        }
    }

    private mutating func leaveOut(_ frame: LoggedFrame) {
        if leftOut.count < 32 || leftOut[frame.pageID] != nil { leftOut[frame.pageID] = frame }
    }

    private mutating func number(of id: String) -> UInt32 {
        if let number = numbers[id] { return number }
        let number = UInt32(numbers.count + 1)
        numbers[id] = number
        return number
    }
}

extension LogSession {
    mutating func page(_ id: String, url: String, title: String, at milliseconds: Int64) {
        let number = number(of: id)
        pages[id, default: LoggedPage(number: number)].wanted = LoggedPage.Names(url: url, title: title)
        notePages(at: milliseconds)
    }

    mutating func gone(_ id: String, at milliseconds: Int64) {
        guard let page = pages.removeValue(forKey: id) else { return }
        leftOut[id] = nil
        note(.gone(page.number), at: milliseconds)
    }

    mutating func front(_ id: String?, at milliseconds: Int64) {
        note(.front(id.map { number(of: $0) }), at: milliseconds)
    }

    mutating func gap(_ cause: RecordingGap.Cause, at milliseconds: Int64) {
        gap = cause
        if suspension == nil { note(.gap(cause), at: milliseconds) }
    }

    mutating func gapEnded(at milliseconds: Int64) {
        gap = nil
        if suspension == nil { note(.gapEnd, at: milliseconds) }
    }

    mutating func alive(at milliseconds: Int64) {
        now = max(now, milliseconds)
        resumeIfPossible()
        notePages(at: milliseconds)
        if suspension == nil, owed.isEmpty { note(.alive, at: milliseconds) }
    }

    private mutating func notePages(at milliseconds: Int64) {
        for (id, page) in pages {
            guard let names = page.due(at: milliseconds) else { continue }
            pages[id]?.noted = names
            pages[id]?.notedAt = milliseconds
            note(.page(page.number, id: id, url: names.url, title: names.title), at: milliseconds)
        }
    }

    private mutating func note(_ record: JournalRecord, at milliseconds: Int64) {
        guard !isClosed else { return }
        now = max(now, milliseconds)
        // Bounded: what a full disk does not take of the pages' names is lost after so many.
        if owed.count < 10_000 { owed.append((record, milliseconds)) }
        writeOwed()
    }

    private mutating func writeOwed() {
        do throws(FrameLogError) {
            let files = try openFiles()
            while let (record, milliseconds) = owed.first {
                try files.write(record, at: milliseconds)
                owed.removeFirst()
                isDirty = true
            }
        } catch {
            fail(error)
        }
    }

    private mutating func openFiles() throws(FrameLogError) -> LogFiles {
        if let files { return files }
        try LogFile.makeFolder(folder)
        let files = try LogFiles(folder: folder, segmentSize: settings.segmentSize)
        self.files = files
        return files
    }
}

extension LogSession {
    /// The file system refuses: it is asked again after a pause.
    private mutating func fail(_ error: FrameLogError) {
        guard suspension == nil else { return }
        retry.failed(at: now)
        suspend(error, at: now)
    }

    /// From a moment on frames are left out, and the recording says so.
    private mutating func suspend(_ error: FrameLogError, at milliseconds: Int64) {
        let cause: RecordingGap.Cause = error.code == .full ? .diskFull : .storage
        suspension = cause
        logger.error("The recording pauses", metadata: ["run.id": "\(run)", "error": "\(error)"])
        note(.gap(cause), at: milliseconds)
    }

    private mutating func resumeIfPossible() {
        guard let cause = suspension, now >= retry.at else { return }
        guard cause != .diskFull || settings.hasRoom(in: folder, isSuspended: true) else { return }
        writeOwed()
        guard owed.isEmpty else { return }
        suspension = nil
        note(gap.map { .gap($0) } ?? .gapEnd, at: now)
        logger.notice("The recording goes on", metadata: ["run.id": "\(run)"])
        let frames = leftOut.values.sorted { $0.number < $1.number }
        leftOut = [:]
        for frame in frames { write(frame) }
    }

    /// Whether a commit is to be planned now.
    mutating func takesCommit() -> Bool {
        guard isDirty, !isCommitPlanned, !isClosed else { return false }
        isCommitPlanned = true
        return true
    }

    mutating func commit() {
        isCommitPlanned = false
        guard isDirty, let files else { return }
        do throws(FrameLogError) {
            try files.commit()
            isDirty = false
        } catch {
            fail(error)
        }
        guard suspension == nil else { return }
        retry = RetryPause()
        guard !settings.hasRoom(in: folder, isSuspended: false) else { return }
        suspend(FrameLogError(.full, "The disk is nearly full."), at: now)
    }

    mutating func close(at milliseconds: Int64) {
        guard !isClosed else { return }
        for id in pages.keys { pages[id]?.notedAt = .min }
        notePages(at: milliseconds)
        // A gap that begins now must stand before the end.
        commit()
        note(.end, at: milliseconds)
        commit()
        isClosed = true
        files?.finish()
        files = nil
        leftOut = [:]
    }
}

/// When a file system that refuses is asked again: after a second, then after twice the pause before, up to half a minute.
private struct RetryPause {
    private(set) var at: Int64 = .min
    private var pause: Int64 = 500

    mutating func failed(at now: Int64) {
        pause = min(pause * 2, 30_000)
        at = now + pause
    }
}

/// A page of a recording that is being written.
struct LoggedPage {
    struct Names: Equatable {
        let url: String
        let title: String
    }

    let number: UInt32
    var wanted: Names?
    var noted: Names?
    var notedAt: Int64 = .min

    init(number: UInt32) { self.number = number }

    /// What is to be noted now: an address and its first title at once, a title that changes at most once a second.
    func due(at milliseconds: Int64) -> Names? {
        guard let wanted, wanted != noted else { return nil }
        // Until a page has a title, Chromium gives it the end of its address as one.
        guard let noted, noted.url == wanted.url, !noted.url.hasSuffix(noted.title) else { return wanted }
        return notedAt > milliseconds - 1000 ? nil : wanted
    }
}
