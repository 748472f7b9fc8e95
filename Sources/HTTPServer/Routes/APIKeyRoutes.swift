import API
import ControlPlane
import Credentials
import Hummingbird
import JSON
import Model
import Store

/// `/v1/auth/whoami` and `/v1/api-keys`.
struct APIKeyRoutes {
    let controlPlane: ControlPlane

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/auth/whoami", whoami)
        routes.on(.get, "/v1/api-keys", list)
        routes.on(.post, "/v1/api-keys", create)
        routes.on(.delete, "/v1/api-keys/{keyId}", delete)
    }

    @Sendable private func whoami(_ call: Call) async throws -> Response {
        guard let key = call.key else { throw APIError(.authRequired, "The API key is missing.") }
        let space = try await controlPlane.spaces.getDefault()
        return .json(key.whoami(defaultSpace: space.id))
    }

    /// Keys of subaccounts there are none, so a filter for them finds nothing.
    @Sendable private func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        let page = PageRequest(before: try query.cursor(of: APIKey.self), limit: try query.pageSize())
        let type = try query.choice("type") as KeyType?
        guard type != .subaccount, try query.text("subaccountId") == nil else {
            return .json(ListResponse.json([], nextCursor: nil))
        }
        let keys = try await controlPlane.keys.list(page)
        return .json(ListResponse.json(keys.items.map(\.response), nextCursor: keys.nextCursor { "\($0.id)" }))
    }

    private enum KeyType: String, CaseIterable { case organization, subaccount }

    @Sendable private func create(_ call: Call) async throws -> Response {
        let request = try APIKeyCreateRequest(try await call.body())
        let (key, secret) = try await controlPlane.keys.create(name: request.name, expiresAt: request.expiresAt)
        return .json(key.created(secret: secret.value), status: .created)
    }

    @Sendable private func delete(_ call: Call) async throws -> Response {
        let id = try call.keyID
        try await controlPlane.keys.delete(id)
        return .json(DeleteResponse.json(id: id.description))
    }
}
