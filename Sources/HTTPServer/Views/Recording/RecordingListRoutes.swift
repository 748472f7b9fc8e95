import API
import ControlPlane
import Hummingbird
import JSON
import Model
import Store

/// Activity and events beneath a lease of a recording: rows by their numbers, and outlines of the whole lists.
struct RecordingListRoutes: Sendable {
    let runs: Runs

    /// Rows of one answer at most.
    private static let mostRows = 200
    /// Rows of one outline at most, read in parts.
    private static let mostOutlineRows = 10_000
    private static let part = 1_000

    func add(to routes: inout Routes, _ door: ViewDoor) {
        door.on(.get, "/events", for: .recording, in: &routes, events)
        door.on(.get, "/events/outline", for: .recording, in: &routes, eventOutline)
        door.on(.get, "/activity", for: .recording, in: &routes, activity)
        door.on(.get, "/activity/outline", for: .recording, in: &routes, activityOutline)
    }

    @Sendable private func events(_ call: Call, _ lease: Lease) async throws -> Response {
        let (after, limit) = try Self.place(call)
        let page = try await runs.events(of: lease.runID, afterNumber: after, limit: limit)
        return Self.list(page)
    }

    /// All rows of the debug view too, since rows are asked for by their numbers.
    @Sendable private func activity(_ call: Call, _ lease: Lease) async throws -> Response {
        let (after, limit) = try Self.place(call)
        let page = try await runs.activity(of: lease.runID, afterNumber: after, view: .debug, limit: limit)
        return Self.list(page)
    }

    /// Of all events, or of those of some types that the words and kinds of the query hold for.
    @Sendable private func eventOutline(_ call: Call, _ lease: Lease) async throws -> Response {
        let query = try call.query()
        let filter = EventFilter(types: try query.choices("type"))
        return try await outline(call, lease, matching: try EventMatch(query)) { after in
            try await runs.events(of: lease.runID, afterNumber: after, matching: filter, limit: Self.part)
        }
    }

    @Sendable private func activityOutline(_ call: Call, _ lease: Lease) async throws -> Response {
        try await outline(call, lease) { after in
            try await runs.activity(of: lease.runID, afterNumber: after, view: .normal, limit: Self.part)
        }
    }

    private func outline<Row: NumberedRow>(
        _ call: Call,
        _ lease: Lease,
        matching match: EventMatch? = nil,
        _ read: (Int64) async throws -> Page<StoredRow<Row>>
    ) async throws -> Response {
        var outline = RowOutline(startedAt: try await runs.get(lease.runID).startedAt)
        var after = try call.query().wholeNumber("after") ?? 0
        for _ in 0..<(Self.mostOutlineRows / Self.part) {
            let page = try await read(after)
            for row in page.items where match?.holds(row.json) ?? true {
                outline.append(number: row.id.number, json: row.json)
            }
            after = page.items.last?.id.number ?? after
            guard page.hasMore else { return .json(outline.json(next: nil)) }
        }
        return .json(outline.json(next: after))
    }

    /// `after`: the number of the last row before those wanted; `limit`: 1 to 200.
    private static func place(_ call: Call) throws(APIError) -> (after: Int64, limit: Int) {
        let query = try call.query()
        return (try query.wholeNumber("after") ?? 0, min(try query.count("limit") ?? 100, mostRows))
    }

    private static func list<Row: NumberedRow>(_ page: Page<StoredRow<Row>>) -> Response {
        .json(ListResponse.bytes(page.items.map(\.json), nextCursor: page.nextCursor { "\($0.id)" }))
    }
}

extension QueryReader {
    /// A whole number from 0 to 2^53 - 1.
    func wholeNumber(_ name: String) throws(APIError) -> Int64? {
        guard let text = try text(name) else { return nil }
        let digits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits, let number = Int64(text), number <= 9_007_199_254_740_991 else {
            throw .invalid(name, "must be a whole number from 0 to 9007199254740991.")
        }
        return number
    }
}
