import API
import ControlPlane
import HTTPTypes
import Hummingbird
import Model
import Store

extension RecordRoutes {
    /// What was recorded and what comes, as server-sent events. Everything that can be wrong with the request is found before the
    /// stream begins.
    @Sendable func stream(_ call: Call) async throws -> Response {
        let run = try call.runID
        let query = try call.query()
        let isAllowed = try await authorize(call, query, run)
        let reader = try await record.follow(run, after: try cursor(call, query), matching: try Row.Filter(query))
        let stream = EventStream(
            name: frame,
            limit: try query.count("limit"),
            unnamed: try isUnnamed(query),
            settings: settings,
            isAllowed: isAllowed,
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
    /// - Returns: Whether the caller's key or lease still holds, for asking while the stream goes on.
    private func authorize(_ call: Call, _ query: QueryReader, _ run: RunID) async throws
        -> @Sendable () async throws -> Bool
    {
        if let key = call.key { return { [keys = controlPlane.keys] in try await keys.isValid(key, at: .now) } }
        guard let token = try query.text("access_token") else {
            throw APIError(
                .authRequired,
                "The API key is missing.",
                hint:
                    "Send `Authorization: Bearer KEY`, or in a page `access_token` of POST /v1/runs/{runId}/stream-lease.",
                headers: ["WWW-Authenticate": "Bearer"]
            )
        }
        let leases = controlPlane.leases
        guard try await leases.allows(token, .stream, run: run) else {
            throw APIError(
                .authRequired,
                "The `access_token` is not valid for this run, or has lapsed.",
                hint: "Make a new one with POST /v1/runs/{runId}/stream-lease."
            )
        }
        return { try await leases.allows(token, .stream, run: run) }
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
    private func cursor(_ call: Call, _ query: QueryReader) throws(APIError) -> NumberedID<Row>? {
        if let cursor: NumberedID<Row> = try query.rowCursor() { return cursor }
        guard let text = call.request.headers[.lastEventID], !text.isEmpty else { return nil }
        guard let id = NumberedID<Row>(text) else {
            throw .invalid("Last-Event-ID", "must be the id of a frame of this stream.")
        }
        return id
    }
}
