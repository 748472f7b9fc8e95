public import NIOCore
import NIOPosix

/// A connection to a browser that has agreed to the upgrade and is held still until it is joined or dropped.
///
/// It belongs to one event loop, that of the client's channel; use it there only.
public final class BrowserLine {
    /// What the browser answered to the client's key: the client's `Sec-WebSocket-Accept`.
    public let accept: String
    let channel: any Channel
    let handshake: BrowserHandshake

    init(accept: String, channel: any Channel, handshake: BrowserHandshake) {
        self.accept = accept
        self.channel = channel
        self.handshake = handshake
    }

    /// Ends the connection, for a client that went away before the join.
    public func drop() { channel.close(promise: nil) }

    /// Connects to a browser and makes the handshake with the client's own `Sec-WebSocket-Key`.
    ///
    /// Fails with ``SpliceError``; nothing is left open then. Ends within ``SpliceOptions/connectTimeout``.
    public static func open(
        _ endpoint: BrowserEndpoint,
        key: String,
        on loop: any EventLoop,
        options: SpliceOptions = SpliceOptions()
    ) -> EventLoopFuture<BrowserLine>.Isolated {
        let reply = loop.makePromise(of: String.self)
        guard endpoint.isSendable else {
            reply.fail(SpliceError(.noSuchTarget, "the target's path has characters that no path may have"))
            return reply.futureResult.assumeIsolated().flatMapThrowing { _ in
                throw ChannelError.inappropriateOperationForState
            }
        }
        let handshake = NIOLoopBound(BrowserHandshake(endpoint: endpoint, key: key, reply: reply), eventLoop: loop)
        let connected = ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(options.connectTimeout))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.writeBufferWaterMark, value: options.watermark)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(handshake.value)
                }
            }
            .connect(host: endpoint.host, port: endpoint.port)
        connected.whenFailure { _ in
            reply.fail(SpliceError(.unreachable, "nothing listens at the browser's port"))
        }
        return joined(connected, reply, handshake.value, options)
    }

    private static func joined(
        _ connected: EventLoopFuture<any Channel>,
        _ reply: EventLoopPromise<String>,
        _ handshake: BrowserHandshake,
        _ options: SpliceOptions
    ) -> EventLoopFuture<BrowserLine>.Isolated {
        let timer = reply.futureResult.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(options.connectTimeout)) {
            reply.fail(SpliceError(.timeout, "the browser did not answer in \(options.connectTimeout)"))
            connected.whenSuccess { $0.close(promise: nil) }
        }
        return reply.futureResult.and(connected).assumeIsolated().map { accept, channel in
            BrowserLine(accept: accept, channel: channel, handshake: handshake)
        }.always { _ in timer.cancel() }
    }
}

extension SpliceOptions {
    var watermark: ChannelOptions.Types.WriteBufferWaterMark { .init(low: lowWatermark, high: highWatermark) }
}
