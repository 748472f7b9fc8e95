import API
import ControlPlane
import Hummingbird
import JSON
import Model
import Recorder

/// `/v1/runtimes/{runtimeId}/targets`: the pages of an active runtime.
struct TargetRoutes {
    let targets: Targets

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runtimes/{runtimeId}/targets", list)
        routes.on(.post, "/v1/runtimes/{runtimeId}/targets", create)
        routes.on(.get, "/v1/runtimes/{runtimeId}/targets/{targetId}", get)
        routes.on(.delete, "/v1/runtimes/{runtimeId}/targets/{targetId}", delete)
        routes.on(.post, "/v1/runtimes/{runtimeId}/targets/{targetId}/activate", activate)
    }

    /// All targets, on one page.
    @Sendable private func list(_ call: Call) async throws -> Response {
        let runtime = try call.runtimeID
        let pages = try await targets.list(runtime)
        return .json(ListResponse.json(pages.map { $0.response(of: runtime) }, nextCursor: nil))
    }

    @Sendable private func create(_ call: Call) async throws -> Response {
        let runtime = try call.runtimeID
        let request = try TargetCreateRequest(try await call.body())
        let page = try await targets.create(in: runtime, uri: request.uri, activate: request.activate)
        return .json(page.response(of: runtime), status: .created)
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        let runtime = try call.runtimeID
        return .json(try await targets.get(try call.targetID, of: runtime).response(of: runtime))
    }

    @Sendable private func activate(_ call: Call) async throws -> Response {
        let runtime = try call.runtimeID
        _ = try await call.bytes()
        return .json(try await targets.activate(try call.targetID, of: runtime).response(of: runtime))
    }

    @Sendable private func delete(_ call: Call) async throws -> Response {
        let target = try call.targetID
        try await targets.delete(target, of: try call.runtimeID)
        return .json(DeleteResponse.json(id: target))
    }
}

extension PageTarget {
    func response(of runtime: RuntimeID) -> JSON {
        RuntimeTargetResponse.json(id: id, runtime: runtime, url: url, title: title, active: active)
    }
}
