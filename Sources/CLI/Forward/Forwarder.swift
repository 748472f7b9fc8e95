import Foundation
import NIOCore
import NIOPosix

/// Passes connections to a local port on to the CDP address of one run.
struct Forwarder: Sendable {
    private typealias Line = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private let host: String
    private let port: Int
    private let prefix: String

    /// - Parameter url: A `connectUrl`, `ws://HOST[:PORT]/cdp/RUN/TOKEN`.
    init(to url: String) throws {
        guard let parts = URL(string: url), ["ws", "http"].contains(parts.scheme), let host = parts.host,
            parts.path.hasPrefix("/cdp/")
        else {
            throw CommandError(
                "This is no connectUrl that can be forwarded. It begins with ws:// and has a path /cdp/...",
                .usage
            )
        }
        self.host = host
        port = parts.port ?? 80
        prefix = parts.path.hasSuffix("/") ? String(parts.path.dropLast()) : parts.path
    }

    /// Listens on loopback until the task is cancelled.
    /// - Parameter listening: Called once with the port.
    func serve(port: Int, _ listening: @Sendable (Int) -> Void) async throws {
        let server = try await listen(port)
        listening(server.channel.localAddress?.port ?? port)
        try await server.executeThenClose { clients in
            try await withThrowingDiscardingTaskGroup { group in
                for try await client in clients { group.addTask { await forward(client) } }
            }
        }
    }

    private func listen(_ port: Int) async throws -> NIOAsyncChannel<Line, Never> {
        do {
            return try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: "127.0.0.1", port: port, childChannelInitializer: Self.line)
        } catch {
            throw CommandError("127.0.0.1:\(port) cannot be listened on: \(error). Give another --port.")
        }
    }

    private static func line(_ channel: any Channel) -> EventLoopFuture<Line> {
        channel.eventLoop.makeCompletedFuture { try Line(wrappingChannelSynchronously: channel) }
    }

    /// A connection that breaks is the client's matter: it sees its end.
    private func forward(_ client: Line) async {
        try? await client.executeThenClose { inbound, outbound in
            var bytes = inbound.makeAsyncIterator()
            var begun = ByteBuffer()
            guard let head = try await Self.head(&bytes, &begun) else { return }
            guard head.isLocal, let first = head.addressed(to: "\(host):\(port)", prefix: prefix) else {
                let refusal = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                return try await outbound.write(ByteBuffer(string: refusal))
            }
            let server = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(5))
                .connect(host: host, port: port, channelInitializer: Self.line)
            try await join(&bytes, outbound, client.channel, server, ByteBuffer(string: first), begun)
        }
    }

    /// Reads on until the head of the request is whole; what came after it stays in `begun`.
    private static func head(
        _ bytes: inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        _ begun: inout ByteBuffer
    ) async throws -> ForwardedHead? {
        let end = Array("\r\n\r\n".utf8)
        while begun.readableBytes < ForwardedHead.limit {
            if let range = begun.readableBytesView.firstRange(of: end) {
                let length = range.upperBound - begun.readerIndex
                return begun.readString(length: length).map(ForwardedHead.init)
            }
            guard let more = try await bytes.next() else { return nil }
            begun.writeImmutableBuffer(more)
        }
        return nil
    }

    /// Passes bytes both ways until either side ends.
    private func join(
        _ bytes: inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ client: any Channel,
        _ server: Line,
        _ head: ByteBuffer,
        _ begun: ByteBuffer
    ) async throws {
        try await server.executeThenClose { answers, requests in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { client.close(promise: nil) }
                    for try await answer in answers { try await outbound.write(answer) }
                }
                defer { server.channel.close(promise: nil) }
                try await requests.write(head)
                if begun.readableBytes > 0 { try await requests.write(begun) }
                while let more = try await bytes.next() { try await requests.write(more) }
            }
        }
    }
}
