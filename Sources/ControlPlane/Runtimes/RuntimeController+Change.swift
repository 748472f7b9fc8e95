import Chromium
import Model
import Store

extension RuntimeController {
    /// One change at a time: each begins with what the one before has made.
    func update(
        name: String?,
        idleTimeoutSeconds: Int?,
        config change: (@Sendable (inout RuntimeConfig) throws -> Void)?
    ) async throws -> RuntimeState {
        try await changes.pass { try await self.change(name, idleTimeoutSeconds, change) }
    }

    private func change(
        _ name: String?,
        _ idleTimeoutSeconds: Int?,
        _ change: (@Sendable (inout RuntimeConfig) throws -> Void)?
    ) async throws -> RuntimeState {
        var changed = runtime
        if let name { changed.name = name }
        try change?(&changed.config)
        if let idleTimeoutSeconds { changed.config.idleTimeoutSeconds = idleTimeoutSeconds }
        try checkThatConfigMayChange(to: changed.config)
        changed.updatedAt = .now
        try await runtimes.store.updateSettings(of: changed)
        runtime.name = changed.name
        runtime.config = changed.config
        runtime.updatedAt = changed.updatedAt
        rewatch()
        return state()
    }

    private func checkThatConfigMayChange(to config: RuntimeConfig) throws {
        if case .deleted = phase { throw ControlPlaneError.runtimeNotFound(id) }
        if case .stopped = phase { return }
        var unchanged = runtime.config
        unchanged.idleTimeoutSeconds = config.idleTimeoutSeconds
        guard unchanged == config else {
            throw ControlPlaneError.runtimeNotStopped(id, "only its name and idle timeout can be changed")
        }
    }

    func delete() async throws {
        try await changes.pass { try await self.deleteStopped() }
    }

    /// After its row was deleted with its space. A start that is under way finds no row, and fails.
    func forget() async {
        _ = try? await stop(.api)
        phase = .deleted
        await runtimes.launcher.deleteFolders(of: id)
    }

    private func deleteStopped() async throws {
        guard case .stopped = phase else {
            throw ControlPlaneError.runtimeNotStopped(id, "it cannot be deleted")
        }
        phase = .deleted
        do {
            try await runtimes.store.deleteRuntime(id)
        } catch {
            phase = .stopped
            throw error
        }
        await runtimes.launcher.deleteFolders(of: id)
    }
}
