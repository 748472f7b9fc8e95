import API
import ControlPlane
import Credentials
import Hummingbird
import Model

/// `POST /v1/runs/{runId}/stream-lease`: an address of the run's streams for pages, which can send no key. Ours, not the
/// contract's.
struct LeaseRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.post, "/v1/runs/{runId}/stream-lease", create)
    }

    @Sendable private func create(_ call: Call) async throws -> Response {
        let run = try call.runID
        let request = try LeaseRequest(try await call.body())
        let (lease, token) = try await controlPlane.leases.create(.stream, run: run, seconds: request.lifetimeSeconds)
        let base = addresses.http(authority: call.authority)
        return .json(
            StreamLeaseResponse.json(
                url: "\(base)/v1/runs/\(run)/events/stream?access_token=\(token.value)&unnamed=1",
                accessToken: token.value,
                expiresAt: lease.expiresAt
            )
        )
    }
}
