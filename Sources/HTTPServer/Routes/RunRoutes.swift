import API
import ControlPlane
import Hummingbird
import JSON
import Model
import Store

/// `/v1/runs`: everything but their events.
struct RunRoutes {
    let runs: Runs

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runs", list)
        routes.on(.get, "/v1/runs/{runId}", get)
        routes.on(.get, "/v1/runs/{runId}/usage", usage)
        routes.on(.post, "/v1/runs/{runId}/wait", wait)
    }

    @Sendable private func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        let filter = RunFilter(spaceID: try query.id("spaceId"), runtimeID: try query.id("runtimeId"))
        return try await Self.list(call, of: runs, filter)
    }

    /// A page of runs by the query's `status`, `cursor` and `limit`. In this filter, and only here, the older names
    /// `completed` and `running` are understood.
    static func list(_ call: Call, of runs: Runs, _ filter: RunFilter) async throws -> Response {
        let query = try call.query()
        var filter = filter
        filter.statuses = try query.choices("status", aliases: ["completed": .stopped, "running": .active])
        let page = PageRequest(before: try query.cursor(of: Run.self), limit: try query.pageSize())
        let found = try await runs.list(filter, page)
        return .json(ListResponse.json(found.items.map(\.summary), nextCursor: found.nextCursor { "\($0.id)" }))
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        .json(try await runs.get(try call.runID).response())
    }

    @Sendable private func usage(_ call: Call) async throws -> Response {
        .json(try await runs.get(try call.runID).usage())
    }

    @Sendable private func wait(_ call: Call) async throws -> Response {
        let id = try call.runID
        let request = try WaitRequest(try await call.body())
        return .json(try await runs.wait(id, timeout: request.timeout).waitResponse())
    }
}
