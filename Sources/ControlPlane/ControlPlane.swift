public import Chromium
public import Credentials
public import FileStorage
public import Logging
public import Model
import Recorder
public import Store

/// All that Martlet can be asked to do, beneath every door to it: one part for each noun.
///
/// Methods throw ``ControlPlaneError`` for what the caller can mend and `StoreError` for what it cannot.
public struct ControlPlane: Sendable {
    public let spaces: Spaces
    public let runtimes: Runtimes
    public let targets: Targets
    public let runs: Runs
    public let files: Files
    public let recordings: Recordings
    public let recordingExports: RecordingExports
    public let archiver: RecordingArchiver
    public let runtimeFiles: RuntimeFiles
    public let exports: RunExports
    public let keys: Keys
    public let dashboardSignIn: DashboardSignIn
    public let leases: Leases
    public let live: LiveViews
    public let humanActions: HumanActions
    public let idempotentCalls: IdempotentCalls

    /// - Parameters:
    ///   - blobs: where the bytes of files are; its rows are in `store`.
    ///   - operatorKey: the key that is valid without being stored.
    public init(
        store: any Store,
        blobs: any BlobStore,
        launcher: BrowserLauncher,
        settings: ControlPlaneSettings,
        operatorKey: Secret,
        logger: Logger
    ) {
        let hub = EventHub()
        let activityHub = ActivityHub()
        spaces = Spaces(store: store)
        files = Files(store: store, blobs: blobs, spaces: spaces, settings: settings.files, logger: logger)
        runtimes = Runtimes(
            store: store,
            hub: hub,
            activityHub: activityHub,
            launcher: launcher,
            files: files,
            settings: settings,
            logger: logger
        )
        targets = Targets(runtimes: runtimes)
        runtimeFiles = RuntimeFiles(files: files, runtimes: runtimes)
        runs = Runs(store: store, hub: hub, activityHub: activityHub, logger: logger)
        recordings = Recordings(
            store: store,
            runtimes: runtimes,
            settings: settings.recordings,
            exports: settings.exports,
            logger: logger
        )
        archiver = RecordingArchiver(recordings: recordings, ffmpeg: settings.exports, logger: logger)
        recordingExports = RecordingExports(
            recordings: recordings,
            files: files,
            store: store,
            settings: settings.exports,
            logger: logger
        )
        exports = RunExports(
            runs: runs,
            files: files,
            runtimes: runtimes,
            store: store,
            recordings: settings.recordings.folder
        )
        keys = Keys(store: store, operatorKey: operatorKey, logger: logger)
        dashboardSignIn = DashboardSignIn(keys: keys)
        leases = Leases(store: store)
        humanActions = HumanActions(store: store, runtimes: runtimes, logger: logger)
        live = LiveViews(store: store, runtimes: runtimes, leases: leases, logger: logger)
        idempotentCalls = IdempotentCalls(store: store, logger: logger)
    }

    /// Deletes a space and its runtimes, with what is kept of them on the disk; their runs stay.
    /// - Throws: `space.not_found`, `space.is_default`; `runtime.not_stopped` while one of its runtimes is active.
    public func deleteSpace(_ id: SpaceID) async throws {
        let runtimes = try await spaces.delete(id)
        await self.runtimes.forget(runtimes)
    }

    /// Makes the record whole after a start: closes the runs of a server that was lost, makes the default space,
    /// and frees what belongs to no file.
    public func recover() async throws {
        try await spaces.ensureDefault()
        try await runs.closeLostRuns { await recordings.reach(of: $0) }
        try await files.sweep()
        try await runtimes.deleteLostFolders()
        try await humanActions.recover()
    }

    /// Stops every active runtime and seals its run, then writes what is not yet written. Nothing may be called after it.
    public func shutdown() async {
        await recordingExports.shutdown()
        await runtimes.stopAll()
        await keys.writeUsage()
    }
}
