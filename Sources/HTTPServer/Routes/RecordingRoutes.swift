import API
import ControlPlane
import Credentials
import Hummingbird
import JSON
import Model

/// `POST /v1/runs/{runId}/recording`: an address of the run's recording for people, and what state the recording is in.
struct RecordingRoutes: Sendable {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.post, "/v1/runs/{runId}/recording", create)
    }

    /// Allowed in every status of run and recording: the page says what there is to see.
    @Sendable private func create(_ call: Call) async throws -> Response {
        let id = try call.runID
        let request = try LeaseRequest(try await call.body())
        let (lease, token) = try await controlPlane.leases.create(.recording, run: id, seconds: request.lifetimeSeconds)
        let url = "\(addresses.http(authority: call.authority))/view/recording/\(token.value)"
        let state = try await controlPlane.recordings.state(of: id)
        let size = await controlPlane.recordings.sizeInBytes(of: id)
        return .json(RecordingResponse(url: url, lease: lease, state: state, sizeInBytes: size).json)
    }
}
