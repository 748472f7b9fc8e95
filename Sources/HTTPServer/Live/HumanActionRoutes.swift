import API
import ControlPlane
import Hummingbird
import JSON
import Model

/// `/v1/runtimes/{runtimeId}/human-actions`: what an agent asks a person to do.
struct HumanActionRoutes {
    let controlPlane: ControlPlane

    private var actions: HumanActions { controlPlane.humanActions }

    func add(to routes: inout Routes) {
        let path = "/v1/runtimes/{runtimeId}/human-actions"
        routes.on(.get, path, get)
        routes.on(.post, path, create)
        routes.on(.post, path + "/wait", wait)
        routes.on(.post, path + "/complete") { try await settle($0, as: .completed) }
        routes.on(.post, path + "/cancel") { try await settle($0, as: .cancelled) }
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        .json(try await actions.get(try call.runtimeID).response)
    }

    @Sendable private func create(_ call: Call) async throws -> Response {
        let (id, actions) = (try call.runtimeID, actions)
        let kept = try await Idempotency(calls: controlPlane.idempotentCalls).perform(call, "human-actions.create") {
            bytes in
            let request = try HumanActionRequest(try BodyReader.object(bytes))
            let action = try await actions.create(
                runtime: id,
                message: request.message,
                timeoutSeconds: request.timeoutSeconds
            )
            return IdempotentCalls.Response(status: 201, body: action.response.bytes)
        }
        return .json(kept.body, status: .created)
    }

    @Sendable private func wait(_ call: Call) async throws -> Response {
        let id = try call.runtimeID
        let request = try WaitRequest(try await call.body())
        return .json(try await actions.wait(id, timeout: request.timeout).waitResponse())
    }

    @Sendable private func settle(_ call: Call, as status: HumanAction.Status) async throws -> Response {
        let id = try call.runtimeID
        _ = try await call.bytes()
        return .json(try await actions.settle(id, as: status).response)
    }
}
