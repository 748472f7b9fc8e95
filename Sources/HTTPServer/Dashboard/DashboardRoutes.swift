import API
import ControlPlane
import Credentials
import Hummingbird
import JSON
import Model

/// `/v1/dashboard`: how a person who holds a key opens the dashboard signed in. Ours, not the contract's.
struct DashboardRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.post, "/v1/dashboard/links", createLink)
        routes.on(.post, "/v1/dashboard/sessions", access: .open, createSession)
    }

    /// The code stands in the fragment, which browsers send to no server.
    @Sendable private func createLink(_ call: Call) async throws -> Response {
        guard let key = call.key else { throw APIError(.authRequired, "The API key is missing.") }
        let request = try DashboardLinkRequest(try await call.body())
        if let run = request.runID { _ = try await controlPlane.runs.get(run) }
        let (code, expiresAt) = controlPlane.dashboardSignIn.code(for: key)
        let base = addresses.http(authority: call.authority)
        let path = request.runID.map { "/runs/\($0)" } ?? "/"
        return secret(["url": .string("\(base)\(path)#code=\(code.value)"), "expiresAt": .time(expiresAt)])
    }

    @Sendable private func createSession(_ call: Call) async throws -> Response {
        let request = try DashboardSessionRequest(try await call.body())
        let (key, secret) = try await controlPlane.dashboardSignIn.exchange(request.code)
        return self.secret(key.created(secret: secret.value))
    }

    private func secret(_ body: JSON) -> Response {
        var response = Response.json(body, status: .created)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
