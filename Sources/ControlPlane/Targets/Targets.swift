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
        let target = try await asking(active) { recorder throws(CDPError) in
            try await recorder.openPage(uri ?? "about:blank", inFront: activate)
        }
        return try await find(target, in: active)
    }

    /// Puts a page in front (CDP `Target.activateTarget`).
    public func activate(_ target: String, of id: RuntimeID) async throws -> PageTarget {
        let active = try await active(id)
        _ = try await find(target, in: active)
        try await asking(active) { recorder throws(CDPError) in try await recorder.bringPageToFront(target) }
        return try await find(target, in: active)
    }

    /// Closes a page (CDP `Target.closeTarget`). Closing the last one opens a blank page, so that the browser stays.
    public func delete(_ target: String, of id: RuntimeID) async throws {
        let active = try await active(id)
        _ = try await find(target, in: active)
        try await asking(active) { recorder throws(CDPError) in try await recorder.closePage(target) }
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
