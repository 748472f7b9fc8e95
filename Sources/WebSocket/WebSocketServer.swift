public import NIOCore
import NIOWebSocket

/// The server's end of a WebSocket (RFC 6455), without extensions.
public enum WebSocketServer {
    /// Makes a WebSocket of a channel whose pipeline has nothing left that knows HTTP. On the channel's event loop only.
    ///
    /// A client that breaks the protocol is told so (1002, 1007, 1009) and cut off; ``WebSocketConnection/receive()`` throws then.
    /// - Parameter silence: a client that says nothing for so long, no pong either, is cut off.
    public static func start(on channel: any Channel, options: WebSocketOptions, silence: TimeAmount = .seconds(60))
        throws
        -> WebSocketConnection
    {
        try channel.pipeline.syncOperations.addHandlers([
            WebSocketFrameEncoder(),
            ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: options.frameLimit)),
            ClientFrameRules(),
        ])
        return try WebSocketConnection.start(on: channel, options, role: .server(silence: silence))
    }
}
