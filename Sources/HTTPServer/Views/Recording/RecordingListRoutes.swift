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

    /// Which rows an outline has: those of the filter that the match, if any, holds for.
    private struct Choice<Row: RecordRow> {
        let filter: Row.Filter
        var match: EventMatch?
    }

    /// Rows of the debug view too, since rows are asked for by their numbers; the outline has those of the normal one. That of events has all, or
    /// those of some types that the words and kinds of the query hold for.
    func add(to routes: inout Routes, _ door: ViewDoor) {
        add(runs.events, "events", to: &routes, door) { query in
            Choice(filter: EventFilter(types: try query.choices("type")), match: try EventMatch(query))
        }
        add(runs.activity, "activity", to: &routes, door) { _ in Choice(filter: ActivityFilter()) }
    }

    private func add<Row: RecordRow>(
        _ record: RunRecord<Row>,
        _ name: String,
        to routes: inout Routes,
        _ door: ViewDoor,
        _ choice: @escaping @Sendable (QueryReader) throws -> Choice<Row>
    ) {
        door.on(.get, "/\(name)", for: .recording, in: &routes) { call, lease in
            let (after, limit) = try Self.place(call)
            return .json(ListResponse.bytes(try await record.page(of: lease.runID, afterNumber: after, limit: limit)))
        }
        door.on(.get, "/\(name)/outline", for: .recording, in: &routes) { call, lease in
            try await outline(of: record, try choice(try call.query()), call, lease)
        }
    }

    private func outline<Row: RecordRow>(
        of record: RunRecord<Row>,
        _ choice: Choice<Row>,
        _ call: Call,
        _ lease: Lease
    ) async throws -> Response {
        var outline = RowOutline(startedAt: try await runs.get(lease.runID).startedAt)
        var after = try call.query().wholeNumber("after") ?? 0
        for _ in 0..<(Self.mostOutlineRows / Self.part) {
            let page = try await record.page(
                of: lease.runID,
                afterNumber: after,
                matching: choice.filter,
                limit: Self.part
            )
            for row in page.items where choice.match?.holds(row.json) ?? true {
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
