import CDPProxy
public import HTTPTypes
public import HummingbirdCore
public import Logging
public import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import WebSocket

/// Serves plain HTTP and WebSockets, spliced or its own, on one port, in the place of Hummingbird's own HTTP/1 channel.
///
/// A WebSocket request is possible only as the first of its connection; a later one is answered with 426 and the connection closes.
/// Every other `Upgrade` (`h2c`, as `curl --http2` and Java send it) is a plain request. Unlike NIO's upgrade handlers, which swallow
/// the head of each request that they refuse, every refusal here is a whole response.
public struct UpgradeChannel: ServerChildChannel, HTTPChannelHandler {
    /// Says what becomes of a WebSocket request: its head, the client's address, and the channel. It should answer within seconds;
    /// nothing of the client is read meanwhile.
    public typealias Decide = @Sendable (HTTPRequest, SocketAddress?, any Channel) async -> UpgradeDecision

    public let responder: HTTPChannelHandler.Responder
    let decide: Decide
    let configuration: UpgradeConfiguration

    public init(
        responder: @escaping HTTPChannelHandler.Responder,
        configuration: UpgradeConfiguration = UpgradeConfiguration(),
        decide: @escaping Decide
    ) {
        self.responder = responder
        self.configuration = configuration
        self.decide = decide
    }

    public func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<UpgradeConnection> {
        channel.eventLoop.makeCompletedFuture {
            let encoder = HTTPResponseEncoder()
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(
                    leftOverBytesStrategy: .forwardBytes,
                    limitConfiguration: configuration.decoderLimits
                ),
                maximumBufferSize: 512 * 1024
            )
            let outcome = channel.eventLoop.makePromise(of: UpgradeConnection.Outcome.self)
            let gate = ConnectionGate(self, encoder: encoder, decoder: decoder, outcome: outcome, logger: logger)
            try channel.syncOptions?.setOption(.tcpOption(.tcp_nodelay), value: 1)
            try channel.pipeline.syncOperations.addHandlers([encoder, decoder, gate])
            return UpgradeConnection(channel: channel, outcome: outcome.futureResult)
        }
    }

    public func handle(value: UpgradeConnection, logger: Logger) async {
        do {
            switch try await value.outcome.get() {
            case .http(let channel): await handleHTTP(asyncChannel: channel, logger: logger)
            case .webSocket(let connection, let serve):
                await serve(connection)
                await connection.close()
            case .taken: try await value.channel.closeFuture.get()
            }
        } catch {
            logger.trace("Connection ended before its first request", metadata: ["error": "\(error)"])
        }
    }
}

/// A connection whose use its first request decides.
public struct UpgradeConnection: ServerChildChannelValue {
    public let channel: any Channel
    let outcome: EventLoopFuture<Outcome>

    enum Outcome: Sendable {
        /// Plain requests.
        case http(NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>)
        /// A WebSocket whose other end is this server.
        case webSocket(WebSocketConnection, serve: @Sendable (WebSocketConnection) async -> Void)
        /// A spliced WebSocket, or an answer that the gate gives itself: nothing is left to do but to wait for the end.
        case taken
    }
}

extension UpgradeConfiguration {
    fileprivate var decoderLimits: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = maximumFieldSize
        limits.maxHeaderListSize = maximumHeadSize
        limits.maxHeaderFieldCount = maximumFieldCount
        return limits
    }
}
