import CBrowserSpawn
import ChildProcesses
import Foundation
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

    /// Deletes the kept profile and the workspace of a runtime, if there are any. The runtime must not run.
    public func deleteFolders(of runtime: RuntimeID) async {
        guard let place = try? preparedPlace() else { return }
        for folder in [place.profile(of: runtime), place.workspace(of: runtime)] {
            guard let problem = await blocking({ Folder.delete(folder) }) else { continue }
            logger.warning(
                "A folder of a runtime could not be deleted",
                metadata: ["runtime.id": "\(runtime)", "reason": "\(problem)"]
            )
        }
    }

    /// Runtimes of which a profile or a workspace is kept.
    public func runtimesWithFolders() -> Set<RuntimeID> {
        guard let place = try? preparedPlace() else { return [] }
        let folders = ["profiles", "workspaces"].map { "\(place.root)/\($0)" }
        let names = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
        return Set(names.compactMap { RuntimeID($0) })
    }

    /// The runtime's workspace, made when it is missing: the browser may read and write there. It goes with ``deleteFolders(of:)``.
    public func workspace(of runtime: RuntimeID) async throws(BrowserError) -> WorkspaceFolder {
        let place = try preparedPlace()
        let path = place.workspace(of: runtime)
        try Folder.make(path, mode: 0o700, owner: place.identity)
        return WorkspaceFolder(path: path, user: place.identity?.id, group: place.identity?.group)
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
