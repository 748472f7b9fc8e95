import API
import ControlPlane
import FrameLog
import HTTPTypes
import Hummingbird
import JSON
import Model

/// Pictures beneath a lease of a recording, and the index that tells which one is seen when. Times are milliseconds since
/// the run's start.
struct RecordingFrameRoutes: Sendable {
    let controlPlane: ControlPlane

    /// The longest stretch of an index, and the most entries.
    private static let longestStretch: Int64 = 600_000
    private static let mostEntries = 5_000
    /// What a run that goes on has shown for so long is surely in the log: the writer commits four times a second.
    private static let settling: Int64 = 500

    func add(to routes: inout Routes, _ door: ViewDoor) {
        door.on(.get, "/index", for: .recording, in: &routes, index)
        door.on(.get, "/frame", for: .recording, in: &routes, frameAt)
        door.on(.get, "/frames/{number}", for: .recording, in: &routes, frame)
    }

    /// `{"toMs","before","frames","next"}`, each picture as `[number, ms]`: `before` is seen when the stretch begins, `frames` come in it,
    /// `next` after it. `toMs` is earlier than asked for where the run has not got so far, or there are too many.
    @Sendable private func index(_ call: Call, _ lease: Lease) async throws -> Response {
        let query = try call.query()
        let from = try query.wholeNumber("fromMs") ?? 0
        let to = min(try query.wholeNumber("toMs") ?? .max, from + Self.longestStretch)
        let page = try query.label("pageId")
        let run = try await controlPlane.runs.get(lease.runID)
        let reader = try await controlPlane.recordings.readerIfAny(of: run.id)
        let reach =
            run.status == .active ? Timestamp.now.milliseconds - run.startedAt.milliseconds - Self.settling : .max
        guard let reader else { return .json(Self.index([], from: from, to: max(from, min(to, reach)))) }
        let entries = try await reader.index(from: from, to: to - 1, page: page, limit: Self.mostEntries)
        let whole = entries.count < Self.mostEntries ? to : (entries.last?.shownFrom ?? to)
        return .json(
            Self.index(
                entries,
                from: from,
                to: max(from, min(whole, reach)),
                before: try await before(from, entries.first, page, reader),
                since: page == nil ? try await reader.overview().frontSince(from) : 0,
                next: try await next(after: whole, page, reader)
            )
        )
    }

    /// What is seen when a stretch begins. Where the tab in front has no picture yet, it is still the tab's before.
    private func before(_ from: Int64, _ first: FrameEntry?, _ page: String?, _ reader: RecordingReader) async throws
        -> FrameEntry?
    {
        if let first, first.shownFrom <= from { return first }
        let entry = try await reader.entry(at: from, page: page)
        return entry.flatMap { $0.milliseconds <= from ? $0 : nil }
    }

    private func next(after ms: Int64, _ page: String?, _ reader: RecordingReader) async throws -> FrameEntry? {
        try await reader.index(from: ms, to: .max, page: page, limit: 2).first {
            $0.milliseconds >= ms || $0.shownFrom > ms
        }
    }

    private static func index(
        _ entries: [FrameEntry],
        from: Int64,
        to: Int64,
        before: FrameEntry? = nil,
        since: Int64 = 0,
        next: FrameEntry? = nil
    ) -> JSON {
        let inside = entries.filter { $0.shownFrom > from || $0.milliseconds == from }
        return [
            "toMs": .integer(to),
            "before": before.map { pair($0, at: min(max($0.milliseconds, since), from)) } ?? .null,
            "frames": .array(inside.map { pair($0, at: $0.shownFrom) }),
            "next": next.map { pair($0, at: $0.shownFrom) } ?? .null,
        ]
    }

    private static func pair(_ entry: FrameEntry, at ms: Int64) -> JSON { [.integer(entry.number), .integer(ms)] }

    /// The picture that is seen at `atMs`; 204 when there is none at all.
    @Sendable private func frameAt(_ call: Call, _ lease: Lease) async throws -> Response {
        let query = try call.query()
        let at = try query.wholeNumber("atMs") ?? 0
        let page = try query.label("pageId")
        let reader = try await controlPlane.recordings.readerIfAny(of: lease.runID)
        guard let frame = try await reader?.frame(at: at, page: page) else { return Response(status: .noContent) }
        return try await jpeg(frame, lease)
    }

    /// A picture by its number. It never changes, so it may be kept.
    @Sendable private func frame(_ call: Call, _ lease: Lease) async throws -> Response {
        let reader = try await controlPlane.recordings.readerIfAny(of: lease.runID)
        guard let number = call.parameter("number").flatMap({ Int64($0) }),
            let frame = try await reader?.frame(number: number)
        else { throw APIError(.frameNotFound, "There is no picture with this number.") }
        var response = try await jpeg(frame, lease)
        response.headers[.cacheControl] = "private, max-age=31536000, immutable"
        return response
    }

    private func jpeg(_ frame: StoredFrame, _ lease: Lease) async throws -> Response {
        var response = Response(jpeg: frame.jpeg)
        response.headers.describe(frame, of: try await controlPlane.runs.get(lease.runID))
        response.headers[.cacheControl] = "no-store"
        response.headers[.accessControlExposeHeaders] = "x-frame-number, x-frame-time"
        return response
    }
}

extension Recordings {
    /// A reader of a run's recording; nil where there is none, or not yet.
    func readerIfAny(of id: RunID) async throws -> RecordingReader? {
        do {
            return try await reader(of: id)
        } catch let error as ControlPlaneError {
            guard error.code == .recordingNotAvailable else { throw error }
            return nil
        }
    }
}

extension RecordingOverview {
    /// Since when the tab is in front that is in front at a moment.
    fileprivate func frontSince(_ ms: Int64) -> Int64 { program.last { $0.from <= ms }?.from ?? 0 }
}
