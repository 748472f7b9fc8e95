import API
import ControlPlane
import Hummingbird
import JSON

/// Start and stop of `/v1/runtimes/{runtimeId}`.
struct StartRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.post, "/v1/runtimes/{runtimeId}/start", start)
        routes.on(.post, "/v1/runtimes/{runtimeId}/stop", stop)
    }

    @Sendable private func start(_ call: Call) async throws -> Response {
        let id = try call.runtimeID
        let (runtimes, addresses, authority) = (controlPlane.runtimes, addresses, call.authority)
        return try await Idempotency(calls: controlPlane.idempotentCalls).perform(call, "runtimes.start") {
            let start = try await runtimes.start(id)
            let url = addresses.connectURL(run: start.runID, token: start.connectToken, authority: authority)
            let body = RuntimeStartResponse.json(runtime: id, run: start.runID, connectURL: url, started: start.started)
            return IdempotentCalls.Response(status: 200, body: body.bytes)
        }
    }

    @Sendable private func stop(_ call: Call) async throws -> Response {
        let id = try call.runtimeID
        _ = try await call.bytes()
        let stop = try await controlPlane.runtimes.stop(id)
        return .json(
            RuntimeStopResponse.json(runtime: id, run: stop.runID, status: stop.status, stopped: stop.stopped)
        )
    }
}
