import API
import ControlPlane
import Hummingbird
import Model
import Store

/// `/v1/runs/{runId}/events`: what was recorded, page by page, oldest first.
struct EventRoutes {
    let runs: Runs

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runs/{runId}/events", list)
    }

    /// At the present end of an active run `nextCursor` is null: lists do not follow.
    @Sendable private func list(_ call: Call) async throws -> Response {
        let run = try call.runID
        let query = try call.query()
        let page = try await runs.events(
            of: run,
            after: try query.rowCursor(),
            matching: try EventFilter(query),
            limit: try query.pageSize()
        )
        return .json(ListResponse.bytes(page.items.map(\.json), nextCursor: page.nextCursor { "\($0.id)" }))
    }
}

extension EventFilter {
    /// The parameters `type`, `status`, `pageId` and `contextId`.
    init(_ query: QueryReader) throws(APIError) {
        self.init(
            types: try query.choices("type"),
            statuses: try query.choices("status"),
            pageID: try query.label("pageId"),
            contextID: try query.label("contextId")
        )
    }
}

extension QueryReader {
    /// The id of a row of a run's record; an empty cursor counts as none. Whether it is one of the run, the run knows.
    func rowCursor<Row: NumberedRow>() throws(APIError) -> NumberedID<Row>? {
        guard let text = try text("cursor"), !text.isEmpty else { return nil }
        guard let id = NumberedID<Row>(text) else { throw Self.invalidCursor }
        return id
    }
}
