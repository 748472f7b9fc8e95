import API
import ControlPlane
import Hummingbird
import Model
import Store

/// `/v1/runs/{runId}/events` or `/activity`: what was recorded, page by page and as a stream, oldest first.
struct RecordRoutes<Row: RecordRow>: Sendable where Row.Filter: QueryFilter {
    /// `events` or `activity`, the last part of the path.
    let name: String
    /// The name of a row's frame in a stream, `run.event` or `run.activity`.
    let frame: String
    let record: RunRecord<Row>
    let controlPlane: ControlPlane
    let settings: ServerSettings

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runs/{runId}/\(name)", list)
        routes.on(.get, "/v1/runs/{runId}/\(name)/stream", access: .keyOrOwnCredential, stream)
    }

    /// At the present end of an active run `nextCursor` is null: lists do not follow.
    @Sendable private func list(_ call: Call) async throws -> Response {
        let run = try call.runID
        let query = try call.query()
        let page = try await record.page(
            of: run,
            after: try query.rowCursor(),
            matching: try Row.Filter(query),
            limit: try query.pageSize()
        )
        return .json(ListResponse.bytes(page))
    }
}

/// Which rows a caller asks for by the parameters of a query.
protocol QueryFilter {
    init(_ query: QueryReader) throws(APIError)
}

extension EventFilter: QueryFilter {
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

extension ListResponse {
    /// A page of a run's record; the rows' stored texts are copied.
    static func bytes<Row: NumberedRow>(_ page: Page<StoredRow<Row>>) -> [UInt8] {
        bytes(page.items.map(\.json), nextCursor: page.nextCursor { "\($0.id)" })
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
