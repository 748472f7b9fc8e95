import NIOCore
import NIOPosix
import Synchronization

/// A TCP line between client and server that breaks as a test asks: after so many bytes of an answer, or by falling silent.
final class Relay: Sendable {
    enum Fate: Sendable {
        case whole
        /// Closed after so many bytes to the client.
        case cut(after: Int)
        /// Open, but nothing more comes after so many bytes.
        case silent(after: Int)
        /// These bytes are the answer, whatever was asked.
        case says(String)
    }

    private let fates: Mutex<[Fate]>
    private let target: Int
    /// Connections that were made.
    var connections: Int { made.withLock { $0 } }
    private let made = Mutex(0)
    private let listener: Mutex<(any Channel)?> = Mutex(nil)

    private init(target: Int, fates: [Fate]) {
        self.target = target
        self.fates = Mutex(fates)
    }

    /// - Parameter fates: of the connections, in order; those after the last are whole.
    static func with<Result>(
        to target: Int,
        _ fates: [Fate],
        _ body: (Relay, _ url: String) async throws -> Result
    ) async throws -> Result {
        let relay = Relay(target: target, fates: fates)
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { relay.accept($0) }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await body(relay, "http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    private func accept(_ client: any Channel) -> EventLoopFuture<Void> {
        made.withLock { $0 += 1 }
        let fate = fates.withLock { $0.isEmpty ? Fate.whole : $0.removeFirst() }
        if case .says(let text) = fate {
            return client.pipeline.addHandler(Speaker(text)).flatMap { client.setOption(.autoRead, value: true) }
        }
        return ClientBootstrap(group: client.eventLoop)
            .channelInitializer { $0.pipeline.addHandler(Pipe(to: client, fate)) }
            .connect(host: "127.0.0.1", port: target)
            .flatMap { server in client.pipeline.addHandler(Pipe(to: server, .whole)) }
            .flatMapError { _ in client.close() }
            .flatMap { client.setOption(.autoRead, value: true) }
            .flatMapError { _ in client.eventLoop.makeSucceededVoidFuture() }
    }
}

/// Passes bytes on to the other side, as long as fate lets it.
private final class Pipe: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    private let other: any Channel
    private let fate: Relay.Fate
    private var passed = 0

    init(to other: any Channel, _ fate: Relay.Fate) {
        self.other = other
        self.fate = fate
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        switch fate {
        case .cut(let limit), .silent(let limit):
            let piece = bytes.readSlice(length: min(bytes.readableBytes, max(0, limit - passed)))
            passed += piece?.readableBytes ?? 0
            let written = other.writeAndFlush(piece ?? ByteBuffer())
            if case .cut = fate, passed >= limit {
                let (other, own) = (other, context.channel)
                written.whenComplete { _ in
                    other.close(promise: nil)
                    own.close(promise: nil)
                }
            }
        default: other.writeAndFlush(bytes, promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// Answers whatever comes with one text, and hangs up.
private final class Speaker: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private let text: String
    init(_ text: String) { self.text = text }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = context.channel
        channel.writeAndFlush(ByteBuffer(string: text)).whenComplete { _ in channel.close(promise: nil) }
    }
}
