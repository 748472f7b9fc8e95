import API
import ControlPlane
import HTTPTypes
import Hummingbird
import Model
import Store

/// `/v1/runs/{runId}/events/stream` and `/v1/runs/{runId}/activity/stream`: what was recorded and what comes, as server-sent events.
struct StreamRoutes {
    let controlPlane: ControlPlane
    let settings: ServerSettings

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runs/{runId}/events/stream", access: .keyOrOwnCredential, events)
        routes.on(.get, "/v1/runs/{runId}/activity/stream", access: .keyOrOwnCredential, activity)
    }

    /// Everything that can be wrong with the request is found before the stream begins.
    @Sendable private func events(_ call: Call) async throws -> Response {
        let run = try call.runID
        let query = try call.query()
        try await authorize(call, query, run)
        let reader = try await controlPlane.runs.follow(
            run,
            after: try cursor(call, query),
            matching: try EventFilter(query)
        )
        return try answer(call, query, reader, name: "run.event")
    }

    @Sendable private func activity(_ call: Call) async throws -> Response {
        let run = try call.runID
        let query = try call.query()
        try await authorize(call, query, run)
        let reader = try await controlPlane.runs.followActivity(
            run,
            after: try cursor(call, query),
            matching: try ActivityFilter(query)
        )
        return try answer(call, query, reader, name: "run.activity")
    }

    private func answer<Row: NumberedRow>(_ call: Call, _ query: QueryReader, _ reader: RecordReader<Row>, name: String)
        throws
        -> Response
    {
        let stream = EventStream(
            name: name,
            limit: try query.count("limit"),
            unnamed: try isUnnamed(query),
            settings: settings,
            channel: call.context.channel,
            logger: call.context.logger
        )
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream; charset=utf-8",
                .cacheControl: "no-cache",
                .accelBuffering: "no",
                .connection: "close",
            ],
            body: ResponseBody { writer in try await stream.write(reader, to: &writer) }
        )
    }

    /// A caller without a key needs a lease on this run's streams.
    private func authorize(_ call: Call, _ query: QueryReader, _ run: RunID) async throws {
        guard call.key == nil else { return }
        guard let token = try query.text("access_token") else {
            throw APIError(
                .authRequired,
                "The API key is missing.",
                hint:
                    "Send `Authorization: Bearer KEY`, or in a page `access_token` of POST /v1/runs/{runId}/stream-lease.",
                headers: ["WWW-Authenticate": "Bearer"]
            )
        }
        guard try await controlPlane.leases.allows(token, .stream, run: run) else {
            throw APIError(
                .authRequired,
                "The `access_token` is not valid for this run, or has lapsed.",
                hint: "Make a new one with POST /v1/runs/{runId}/stream-lease."
            )
        }
    }

    /// `unnamed=1`, or `true` as other switches have it.
    private func isUnnamed(_ query: QueryReader) throws(APIError) -> Bool {
        switch try query.text("unnamed") {
        case "1": true
        case "0": false
        default: try query.bool("unnamed") ?? false
        }
    }

    /// The parameter `cursor`, else the header `Last-Event-ID` that `EventSource` sends when it connects again.
    private func cursor<Row: NumberedRow>(_ call: Call, _ query: QueryReader) throws(APIError) -> NumberedID<Row>? {
        if let cursor: NumberedID<Row> = try query.rowCursor() { return cursor }
        guard let text = call.request.headers[.lastEventID], !text.isEmpty else { return nil }
        guard let id = NumberedID<Row>(text) else {
            throw .invalid("Last-Event-ID", "must be the id of a frame of this stream.")
        }
        return id
    }
}
