public import NIOCore
import Synchronization

/// Joins an accepted client with a browser: bytes pass both ways untouched, on one event loop.
///
/// Nothing is buffered beyond the watermarks of ``SpliceOptions``: while one side takes nothing, the other is not read.
/// A half-closed side stays half-closed towards the other; when one side is gone the other gets the bytes that wait, then the end.
/// There is no limit on a message's size, on the time of the connection or on its silence.
///
/// The tap hangs on the client's end: it is asked whether a command may pass (which nearly all may, at once), and is told of it when
/// it was flushed to the browser. What the browser says is searched for attachments, and for the replies that the tap wants, when it has
/// been passed on; for downloads before. While the tap's gate is closed, commands are sorted one by one; refusals go between two messages of the browser.
public enum Splice {
    /// Joins `client`, whose pipeline has no handler left that knows HTTP, with the held line of a browser.
    ///
    /// Call it on the client's event loop. The future ends when the client's channel has closed and the tap was told.
    public static func join(
        _ client: any Channel,
        _ browser: BrowserLine,
        tap: (any CommandTap)?,
        options: SpliceOptions = SpliceOptions()
    ) throws {
        let timeout = TimeAmount(options.drainTimeout)
        let number = nextClient.add(1, ordering: .relaxed).newValue
        let reader = tap.map { CommandReader(client: number, tap: $0) }
        let clientEnd = SpliceEnd(reader: reader, gate: tap?.gate, drainTimeout: timeout)
        let attachments = tap.map { AttachmentReader(client: number, tap: $0) }
        let replies = tap.flatMap { $0.readsReplies ? ReplyReader(tap: $0) : nil }
        let downloads = tap.map { DownloadReader(client: number, tap: $0) }
        let browserEnd = SpliceEnd(
            attachments: attachments,
            downloads: downloads,
            replies: replies,
            drainTimeout: timeout
        )
        SpliceEnd.join(clientEnd, browserEnd)
        keepAlive(client, options)
        try client.pipeline.syncOperations.addHandler(clientEnd)
        try browser.channel.pipeline.syncOperations.addHandler(browserEnd)
        browser.channel.pipeline.syncOperations.removeHandler(browser.handshake, promise: nil)
    }

    /// Clients are numbered from 1, across all browsers of the process.
    private static let nextClient = Atomic<Int>(0)

    /// Options that the kernel does not know are left out: the splice works without them, it only notices a lost client later.
    private static func keepAlive(_ client: any Channel, _ options: SpliceOptions) {
        guard let socket = client.syncOptions else { return }
        let tcp: [(NIOBSDSocket.Option, Int64)] = [
            (NIOBSDSocket.Option(rawValue: TCPOption.keepIdle), options.keepAliveIdle.components.seconds),
            (NIOBSDSocket.Option(rawValue: TCPOption.keepInterval), options.keepAliveInterval.components.seconds),
            (NIOBSDSocket.Option(rawValue: TCPOption.keepCount), 4),
            (NIOBSDSocket.Option(rawValue: TCPOption.userTimeout), options.deadPeerTimeout.components.seconds * 1000),
            (.tcp_nodelay, 1),
        ]
        try? socket.setOption(.socketOption(.so_keepalive), value: 1)
        for (option, value) in tcp {
            try? socket.setOption(.tcpOption(option), value: ChannelOptions.Types.SocketOption.Value(value))
        }
        try? socket.setOption(.writeBufferWaterMark, value: options.watermark)
    }
}

/// Linux's names of TCP options (tcp(7)) that the Glibc module does not carry on every version.
private enum TCPOption {
    static let keepIdle: Int32 = 4
    static let keepInterval: Int32 = 5
    static let keepCount: Int32 = 6
    static let userTimeout: Int32 = 18
}
