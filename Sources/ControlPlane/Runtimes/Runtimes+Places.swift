import Chromium
import JSON
import Model
import Store

extension Runtimes {
    /// Takes a place under the limit of active runtimes.
    func takePlace(_ id: RuntimeID) throws {
        guard !isShuttingDown else {
            throw ControlPlaneError(.hostUnavailable, "The server is shutting down.", hint: "Try again in a moment.")
        }
        guard places.count < settings.maximumActiveRuntimes else {
            throw ControlPlaneError(
                .quotaExceeded,
                "\(settings.maximumActiveRuntimes) runtimes are active, which is the limit of this server.",
                hint: "Stop a runtime, or raise MARTLET_MAX_RUNTIMES.",
                details: ["limit": .integer(Int64(settings.maximumActiveRuntimes))]
            )
        }
        places.insert(id)
    }

    /// Deletes the folders of runtimes that are gone, such as those of a deleted space. Only at the start.
    func deleteLostFolders() async throws {
        for id in await launcher.runtimesWithFolders() where try await store.runtime(id) == nil {
            await launcher.deleteFolders(of: id)
        }
    }

    func leavePlace(_ id: RuntimeID) { places.remove(id) }

    /// Opens the door for agents.
    func opened(_ active: ActiveRun) { activeRuns[active.run.id] = active }

    /// Closes the door for agents, before the browser goes.
    func closed(_ run: RunID) { activeRuns[run] = nil }
}
