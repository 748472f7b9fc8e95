import CDP
import JSON
public import Model
public import Recorder

/// The pages of an active runtime's browser. Every call counts as activity.
public struct Targets: Sendable {
    let runtimes: Runtimes

    /// In the order of their opening; exactly one is active.
    public func list(_ id: RuntimeID) async throws -> [PageTarget] {
        try await pages(of: active(id))
    }

    /// - Throws: `target.not_found`; `runtime.not_active`.
    public func get(_ target: String, of id: RuntimeID) async throws -> PageTarget {
        try await find(target, in: active(id))
    }

    /// Opens a page (CDP `Target.createTarget`).
    /// - Parameters:
    ///   - uri: nil for `about:blank`.
    ///   - activate: puts it in front.
    public func create(in id: RuntimeID, uri: String?, activate: Bool) async throws -> PageTarget {
        let active = try await active(id)
        let target = try await open(uri ?? "about:blank", activate: activate, in: active)
        return try await find(target, in: active)
    }

    /// Puts a page in front (CDP `Target.activateTarget`).
    public func activate(_ target: String, of id: RuntimeID) async throws -> PageTarget {
        let active = try await active(id)
        _ = try await find(target, in: active)
        try await bringToFront(target, in: active)
        return try await find(target, in: active)
    }

    /// Closes a page (CDP `Target.closeTarget`). Closing the last one opens a blank page, so that the browser stays.
    public func delete(_ target: String, of id: RuntimeID) async throws {
        let active = try await active(id)
        _ = try await find(target, in: active)
        if await active.recorder.targets().count == 1 { _ = try await open("about:blank", activate: true, in: active) }
        _ = try await call("Target.closeTarget", ["targetId": .string(target)], in: active)
        await active.recorder.waitUntil(target, isOpen: false)
    }

    private func open(_ uri: String, activate: Bool, in active: ActiveRun) async throws -> String {
        let front = await active.recorder.targets().first { $0.active }
        let result = try await call(
            "Target.createTarget",
            ["url": .string(uri), "background": .bool(!activate)],
            in: active
        )
        guard let target = result["targetId"]?.stringValue else {
            throw ControlPlaneError(.hostUnavailable, "The browser opened no page.")
        }
        await active.recorder.waitUntil(target, isOpen: true)
        if activate {
            try await bringToFront(target, in: active)
        } else if let front {
            await active.recorder.activated(front.id)
        }
        return target
    }

    private func bringToFront(_ target: String, in active: ActiveRun) async throws {
        _ = try await call("Target.activateTarget", ["targetId": .string(target)], in: active)
        await active.recorder.activated(target)
    }

    private func active(_ id: RuntimeID) async throws -> ActiveRun {
        guard let active = await (try runtimes.controller(id)).active else {
            throw ControlPlaneError.runtimeNotActive(id)
        }
        active.activity.touch()
        return active
    }

    private func find(_ target: String, in active: ActiveRun) async throws -> PageTarget {
        guard let page = try await pages(of: active).first(where: { $0.id == target }) else {
            throw ControlPlaneError(.targetNotFound, "There is no target \(target) in this runtime.")
        }
        return page
    }
}
