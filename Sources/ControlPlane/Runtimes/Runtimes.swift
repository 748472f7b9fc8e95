import CDPProxy
import Chromium
import Credentials
public import JSON
import Logging
public import Model
import Recorder
public import Store

/// Runtimes: their life, their limits, and the way to the one that is active.
///
/// It keeps a controller for each runtime that was asked for, and counts the active ones. What happens to one runtime
/// is decided by its controller.
public actor Runtimes {
    let store: any Store
    let hub: EventHub
    let activityHub: ActivityHub
    let launcher: BrowserLauncher
    let downloads: DownloadFiles
    let settings: ControlPlaneSettings
    /// Where the files of runs are kept.
    let files: Files
    let logger: Logger
    var controllers: [RuntimeID: RuntimeController] = [:]
    var activeRuns: [RunID: ActiveRun] = [:]
    /// Runtimes that hold a place under the limit: starting, active or stopping.
    var places: Set<RuntimeID> = []
    var isShuttingDown = false

    init(
        store: any Store,
        hub: EventHub,
        activityHub: ActivityHub,
        launcher: BrowserLauncher,
        files: Files,
        settings: ControlPlaneSettings,
        logger: Logger
    ) {
        self.store = store
        self.hub = hub
        self.activityHub = activityHub
        self.launcher = launcher
        downloads = DownloadFiles(files: files, logger: logger)
        self.settings = settings
        self.files = files
        self.logger = logger
    }

    /// - Parameter space: nil for the default space.
    public func create(
        space: SpaceID?,
        name: String?,
        config: RuntimeConfig,
        metadata: JSONObject?
    ) async throws -> Runtime {
        let spaceID = if let space { space } else { try await defaultSpaceID() }
        let id = RuntimeID()
        let fallback = "runtime-\(id.description.suffix(6))"
        let runtime = Runtime(id: id, spaceID: spaceID, name: name ?? fallback, config: config, metadata: metadata)
        do throws(StoreError) {
            try await store.insert(runtime)
        } catch {
            guard error.code == .notFound else { throw error }
            throw ControlPlaneError.spaceNotFound(spaceID)
        }
        return runtime
    }

    private func defaultSpaceID() async throws -> SpaceID {
        guard let space = try await store.defaultSpace() else {
            throw ControlPlaneError(.spaceNotFound, "There is no default space.")
        }
        return space.id
    }

    public func get(_ id: RuntimeID) async throws -> RuntimeState { try await controller(id).state() }

    /// Newest first. Filters by nouns that do not exist give an empty list.
    public func list(_ filter: RuntimeFilter, _ page: PageRequest<RuntimeID>) async throws -> Page<Runtime> {
        let stored = try await store.runtimes(filter, page)
        return Page(items: stored.items.map(withActivity), hasMore: stored.hasMore)
    }

    private func withActivity(_ runtime: Runtime) -> Runtime {
        guard let active = runtime.activeRunID.flatMap({ activeRuns[$0] }) else { return runtime }
        var runtime = runtime
        runtime.lastActivityAt = active.activity.lastActivityAt
        return runtime
    }

    /// Changes name and idle timeout at any time, the rest of the config only while stopped.
    /// - Parameter config: changes the config, and may throw to refuse; nil leaves it.
    /// - Throws: `runtime.not_stopped` when `config` changes more than the idle timeout of an active runtime.
    public func update(
        _ id: RuntimeID,
        name: String?,
        idleTimeoutSeconds: Int?,
        config: (@Sendable (inout RuntimeConfig) throws -> Void)?
    ) async throws -> RuntimeState {
        try await controller(id).update(name: name, idleTimeoutSeconds: idleTimeoutSeconds, config: config)
    }

    /// Deletes a runtime and its kept profile; its runs stay.
    /// - Parameter force: stops it first.
    /// - Throws: `runtime.not_stopped` when it is not stopped and `force` is false.
    public func delete(_ id: RuntimeID, force: Bool) async throws {
        let controller = try await controller(id)
        if force { _ = try await controller.stop(.api) }
        try await controller.delete()
        controllers[id] = nil
    }

    /// Lets go of runtimes whose rows were deleted with their space: they are gone for everyone, and so are their kept profiles and workspaces.
    func forget(_ ids: [RuntimeID]) async {
        for id in ids {
            if let controller = controllers.removeValue(forKey: id) {
                await controller.forget()
            } else {
                await launcher.deleteFolders(of: id)
            }
        }
    }

    /// Starts the runtime, or finds it active; two starts at once open one run.
    /// - Throws: `browser.concurrent_quota_exceeded`, `runtime.host_unavailable`.
    public func start(_ id: RuntimeID) async throws -> RuntimeStart { try await controller(id).start() }

    /// Stops the runtime; returns when the browser is gone and the record is sealed. On a stopped runtime it does nothing.
    public func stop(_ id: RuntimeID) async throws -> RuntimeStop { try await controller(id).stop(.api) }

    func stopAll() async {
        isShuttingDown = true
        await withTaskGroup { group in
            for controller in controllers.values {
                group.addTask { _ = try? await controller.stop(.shutdown) }
            }
        }
    }

    func controller(_ id: RuntimeID) async throws -> RuntimeController {
        if let controller = controllers[id] { return controller }
        guard let runtime = try await store.runtime(id) else { throw ControlPlaneError.runtimeNotFound(id) }
        if let controller = controllers[id] { return controller }
        let controller = RuntimeController(runtime: runtime, runtimes: self)
        controllers[id] = controller
        return controller
    }
}
