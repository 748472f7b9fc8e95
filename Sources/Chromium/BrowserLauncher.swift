import CBrowserSpawn
import Glibc
public import Logging
public import Model
import NIOPosix

/// Starts browsers and sees to it that nothing of them outlives their run or this server.
///
/// Process-wide effects of `prepare()`: SIGPIPE is ignored, and orphaned grandchildren become children of this process.
public actor BrowserLauncher {
    let configuration: BrowserConfiguration
    let logger: Logger
    let running = RunningBrowsers()
    var place: BrowserPlace?
    /// Why browsers run without their sandbox; nil while they run in it.
    var sandboxRefusal: String?
    private var isShutDown = false

    public init(_ configuration: BrowserConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Makes the folders, removes what servers before this one have left, and starts the guard.
    ///
    /// Called by the first `launch` if not before. Throws `startFailed`; a retry is safe.
    public func prepare() throws(BrowserError) { _ = try preparedPlace() }

    func preparedPlace() throws(BrowserError) -> BrowserPlace {
        if isShutDown { throw .startFailed("The server is shutting down.") }
        if let place { return place }
        signal(SIGPIPE, SIG_IGN)
        _ = martlet_adopt_orphans()
        let place = try BrowserPlace(configuration, logger: logger)
        self.place = place
        if place.identity == nil, geteuid() == 0 { refuseSandbox("it refuses to run as root") }
        return place
    }

    /// Ends all browsers, deletes the folders of their runs and ends the guard. No launch works afterwards.
    public func shutdown() async {
        isShutDown = true
        await withDiscardingTaskGroup { group in
            for browser in running.all { group.addTask { await browser.terminate() } }
        }
        guard let place else { return }
        self.place = nil
        await blocking { place.leave() }
    }

    /// Deletes the kept profile of a runtime, if there is one. The runtime must not run.
    public func deleteProfile(_ runtime: RuntimeID) async {
        guard let place = try? preparedPlace() else { return }
        let profile = place.profile(of: runtime)
        let problem = await blocking { Folder.delete(profile) }
        if let problem {
            logger.warning(
                "A profile could not be deleted",
                metadata: ["runtime.id": "\(runtime)", "reason": "\(problem)"]
            )
        }
    }

    /// Says so once, and remembers it for later launches.
    func refuseSandbox(_ reason: String) {
        guard sandboxRefusal == nil else { return }
        sandboxRefusal = reason
        logger.warning("Browsers run without their own sandbox", metadata: ["reason": "\(reason)"])
    }

    var isClosed: Bool { isShutDown }

    private func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        (try? await NIOThreadPool.singleton.runIfActive(work)) ?? work()
    }
}
