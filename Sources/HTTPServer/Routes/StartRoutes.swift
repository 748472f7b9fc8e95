import API
import ControlPlane
import Credentials
import Hummingbird
import JSON
import Model

/// Start and stop of `/v1/runtimes/{runtimeId}`.
struct StartRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.post, "/v1/runtimes/{runtimeId}/start", start)
        routes.on(.post, "/v1/runtimes/{runtimeId}/stop", stop)
    }

    @Sendable private func start(_ call: Call) async throws -> Response {
        let (id, runtimes) = (try call.runtimeID, controlPlane.runtimes)
        let kept = try await Idempotency(calls: controlPlane.idempotentCalls).perform(call, "runtimes.start") {
            let start = try await runtimes.start(id)
            let body = RuntimeStartResponse.json(runtime: id, run: start.runID, connectURL: "", started: start.started)
            return IdempotentCalls.Response(status: 200, body: body.bytes)
        }
        return .json(try await connectable(JSON.parse(kept.body), id, call))
    }

    /// The answer with the address of its run. It is not kept with the answer, since its token is a secret that dies with the run;
    /// after that a replayed answer has an address that is as dead.
    private func connectable(_ answer: JSON, _ id: RuntimeID, _ call: Call) async throws -> JSON {
        guard var object = answer.objectValue, let run = object["runId"]?.stringValue.flatMap(RunID.init) else {
            return answer
        }
        let state = try await controlPlane.runtimes.get(id)
        let token = state.runtime.activeRunID == run ? state.connectToken : nil
        let url = addresses.connectURL(run: run, token: token ?? Secret("ended"), authority: call.authority)
        object["connectUrl"] = .string(url)
        return .object(object)
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
