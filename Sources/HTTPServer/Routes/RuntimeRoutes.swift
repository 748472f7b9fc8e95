import API
import ControlPlane
import Hummingbird
import JSON
import Model
import Store

/// `/v1/runtimes`: everything but their start and stop.
struct RuntimeRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runtimes", list)
        routes.on(.post, "/v1/runtimes", create)
        routes.on(.get, "/v1/runtimes/{runtimeId}", get)
        routes.on(.patch, "/v1/runtimes/{runtimeId}", update)
        routes.on(.delete, "/v1/runtimes/{runtimeId}", delete)
        routes.on(.get, "/v1/runtimes/{runtimeId}/runs", runs)
    }

    @Sendable private func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var filter = RuntimeFilter()
        filter.spaceID = try await spaceID(try query.space("spaceId"))
        filter.statuses = try query.choices("status")
        let page = PageRequest(before: try query.cursor(of: Runtime.self), limit: try query.pageSize())
        let runtimes = try await controlPlane.runtimes.list(filter, page)
        return .json(ListResponse.json(runtimes.items.map(\.summary), nextCursor: runtimes.nextCursor { "\($0.id)" }))
    }

    private func spaceID(_ reference: SpaceReference?) async throws -> SpaceID? {
        switch reference {
        case nil: nil
        case .id(let id): id
        case .defaultSpace: try await controlPlane.spaces.getDefault().id
        }
    }

    @Sendable private func create(_ call: Call) async throws -> Response {
        let request = try RuntimeCreateRequest(try await call.body())
        let runtime = try await controlPlane.runtimes.create(
            space: request.space.spaceID,
            name: request.name,
            config: request.config,
            metadata: request.metadata
        )
        return .json(runtime.response(), status: .created)
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        detail(try await controlPlane.runtimes.get(try call.runtimeID), call)
    }

    @Sendable private func update(_ call: Call) async throws -> Response {
        let id = try call.runtimeID
        let request = try RuntimeUpdateRequest(try await call.body())
        let state = try await controlPlane.runtimes.update(
            id,
            name: request.name,
            idleTimeoutSeconds: request.config.idleTimeoutSeconds,
            config: { request.config.apply(to: &$0) }
        )
        return detail(state, call)
    }

    private func detail(_ state: RuntimeState, _ call: Call) -> Response {
        .json(state.runtime.response(connectURL: addresses.connectURL(of: state, for: call)))
    }

    @Sendable private func delete(_ call: Call) async throws -> Response {
        let id = try call.runtimeID
        let force = try call.query().bool("force") ?? false
        try await controlPlane.runtimes.delete(id, force: force)
        return .json(DeleteResponse.json(id: id.description))
    }

    @Sendable private func runs(_ call: Call) async throws -> Response {
        let id = try call.runtimeID
        _ = try await controlPlane.runtimes.get(id)
        return try await RunRoutes.list(call, of: controlPlane.runs, RunFilter(runtimeID: id))
    }
}
