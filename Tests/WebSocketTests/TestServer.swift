import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A server for one test: it takes WebSockets and does with each message what `answer` says.
struct TestServer: Sendable {
    typealias Answer = @Sendable (WebSocketFrame, any Channel) -> Void
    let url: String
    private let channel: any Channel

    static func webSocket(_ answer: @escaping Answer) async throws -> TestServer {
        try await start { channel in
            let upgrader = NIOWebSocketServerUpgrader(
                maxFrameSize: 1 << 30,
                shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture([:]) },
                upgradePipelineHandler: { channel, _ in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(FrameHandler(answer: answer))
                    }
                }
            )
            return channel.pipeline.configureHTTPServerPipeline(
                withServerUpgrade: (upgraders: [upgrader], completionHandler: { _ in })
            )
        }
    }

    /// A server that answers every request with these bytes and, as a rule, closes.
    static func raw(_ response: String, closes: Bool = true) async throws -> TestServer {
        try await start { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(RawHandler(response: response, closes: closes))
            }
        }
    }

    private static func start(
        _ setup: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) async throws -> TestServer {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer(setup)
            .bind(host: "127.0.0.1", port: 0)
            .get()
        return TestServer(url: "ws://127.0.0.1:\(channel.localAddress?.port ?? 0)", channel: channel)
    }

    func stop() async { _ = try? await channel.close() }
}

private final class FrameHandler: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    let answer: TestServer.Answer
    init(answer: @escaping TestServer.Answer) { self.answer = answer }
    func channelRead(context: ChannelHandlerContext, data: NIOAny) { answer(unwrapInboundIn(data), context.channel) }
}

private final class RawHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    let response: String
    let closes: Bool

    init(response: String, closes: Bool) {
        self.response = response
        self.closes = closes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: response))).whenComplete { [closes] _ in
            if closes { channel.close(promise: nil) }
        }
    }
}

extension Channel {
    func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, fin: Bool = true) {
        writeAndFlush(WebSocketFrame(fin: fin, opcode: opcode, data: data), promise: nil)
    }

    func send(_ text: String) { send(.text, ByteBuffer(string: text)) }
}
