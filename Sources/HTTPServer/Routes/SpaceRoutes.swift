import API
import ControlPlane
import Hummingbird
import JSON
import Model
import Store

/// `/v1/spaces`.
struct SpaceRoutes {
    let controlPlane: ControlPlane
    private var spaces: Spaces { controlPlane.spaces }

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/spaces", list)
        routes.on(.post, "/v1/spaces", create)
        routes.on(.get, "/v1/spaces/{spaceId}", get)
        routes.on(.patch, "/v1/spaces/{spaceId}", update)
        routes.on(.delete, "/v1/spaces/{spaceId}", delete)
        routes.on(.get, "/v1/spaces/{spaceId}/environment", environment)
        routes.on(.patch, "/v1/spaces/{spaceId}/environment", updateEnvironment)
    }

    @Sendable private func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        let page = PageRequest(before: try query.cursor(of: Space.self), limit: try query.pageSize())
        let spaces = try await spaces.list(page)
        return .json(
            ListResponse.json(spaces.items.map { $0.response() }, nextCursor: spaces.nextCursor { "\($0.id)" })
        )
    }

    @Sendable private func create(_ call: Call) async throws -> Response {
        let request = try SpaceCreateRequest(try await call.body())
        let space = try await spaces.create(name: request.name, environment: request.environment)
        return .json(space.response(), status: .created)
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        let include = try call.query().choice("include") as Include?
        let space = try await spaces.get(try call.spaceID)
        return .json(space.response(includingEnvironment: include == .environment))
    }

    private enum Include: String, CaseIterable { case environment }

    @Sendable private func update(_ call: Call) async throws -> Response {
        let id = try call.spaceID
        let request = try SpaceUpdateRequest(try await call.body())
        let space = try await spaces.update(id) { space in
            if let name = request.name { space.name = name }
        }
        return .json(space.response())
    }

    @Sendable private func delete(_ call: Call) async throws -> Response {
        let id = try call.spaceID
        try await controlPlane.deleteSpace(id)
        return .json(DeleteResponse.json(id: id.description))
    }

    @Sendable private func environment(_ call: Call) async throws -> Response {
        .json(.object(try await spaces.get(try call.spaceID).environment))
    }

    @Sendable private func updateEnvironment(_ call: Call) async throws -> Response {
        let id = try call.spaceID
        let patch = try EnvironmentPatch(try await call.body())
        let space = try await spaces.update(id) { space in
            space.environment = try patch.applied(to: space.environment)
        }
        return .json(.object(space.environment))
    }
}
