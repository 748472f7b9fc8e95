public import CDP
import Glibc
import NIOCore
import NIOPosix

/// A browser that has started, until it and everything of it is gone.
public final class BrowserProcess: Sendable {
    /// The pipe. It has one reader, and ends with the browser.
    public let transport: any CDPTransport
    /// The port of the DevTools server on 127.0.0.1.
    public let port: Int
    /// Path of the browser's own websocket: `/devtools/browser/UUID`.
    public let browserPath: String
    /// The product of `Browser.getVersion`, such as `HeadlessChrome/156.0.8078.79`.
    public let version: String
    /// The browser may write here; deleted with the run.
    public let downloadFolder: String
    /// Files for the browser to read may be put here, beside its own folders; made by who needs it, deleted with the run.
    public var uploadFolder: String { String(downloadFolder.dropLast("downloads".count)) + "uploads" }
    /// Whom files belong to that the browser writes.
    public let user: UInt32
    /// The main process, which leads a process group of its own.
    public let processID: Int32

    private let watcher: ProcessWatcher
    private let grace: Duration

    init(
        transport: any CDPTransport,
        address: ListeningLine.Address,
        version: String,
        downloadFolder: String,
        user: UInt32,
        watcher: ProcessWatcher,
        grace: Duration
    ) {
        self.transport = transport
        port = address.port
        browserPath = address.path
        self.version = version
        self.downloadFolder = downloadFolder
        self.user = user
        processID = watcher.process
        self.watcher = watcher
        self.grace = grace
    }

    /// Waits until every process of the browser has ended and its run folder is deleted. May be awaited by many.
    public func exit() async -> BrowserExit { await watcher.ended.wait() }

    /// Ends the browser: asks it (`Browser.close`), then SIGTERM, then SIGKILL to all its processes.
    ///
    /// Returns when every process and the run folder are gone. Calling it again, also meanwhile or after the end, is fine.
    public func terminate() async {
        guard watcher.ended.current == nil else { return }
        watcher.markAsked()
        transport.send(Self.closeCommand)
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let firm = loop.scheduleTask(in: TimeAmount(grace)) { [watcher] in watcher.signal(SIGTERM) }
        let kill = loop.scheduleTask(in: TimeAmount(grace * 2)) { [watcher] in watcher.signalGroup(SIGKILL) }
        _ = await watcher.ended.wait()
        firm.cancel()
        kill.cancel()
    }

    /// An id that no other sender on this line reaches.
    private static let closeCommand = [UInt8](#"{"id":2147483646,"method":"Browser.close"}"#.utf8)
}
