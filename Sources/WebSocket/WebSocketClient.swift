public import NIOCore
import NIOHTTP1
public import NIOPosix
import NIOWebSocket

/// Opens WebSockets (RFC 6455) to `ws:` URLs, without extensions.
public enum WebSocketClient {
    /// Connects and makes the handshake.
    ///
    /// - Parameter url: `ws://host[:port][/path][?query]`. TLS (`wss:`) is not there.
    /// - Throws: ``WebSocketError``: `badAddress`, `unreachable`, or `refused` with the status and body that the server answered.
    public static func connect(
        _ url: String,
        options: WebSocketOptions = WebSocketOptions(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws(WebSocketError) -> WebSocketConnection {
        guard let address = WebSocketAddress(url), address.isSendable(with: options) else {
            throw WebSocketError(.badAddress, "expected ws://host[:port][/path][?query]")
        }
        do {
            return try await open(address, options, group)
        } catch let error as WebSocketError {
            throw error
        } catch {
            throw WebSocketError(.unreachable, "no WebSocket at \(address.authority): \(error)")
        }
    }

    private static func open(
        _ address: WebSocketAddress,
        _ options: WebSocketOptions,
        _ group: any EventLoopGroup
    ) async throws -> WebSocketConnection {
        let upgrade = try await ClientBootstrap(group: group)
            .connectTimeout(TimeAmount(options.timeout))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connect(host: address.host, port: address.port) { channel in
                channel.eventLoop.makeCompletedFuture { try handshake(channel, address, options) }
            }
        switch try await upgrade.get() {
        case .open(let connection): return connection
        case .refused(let refusal): throw try await refusal.get()
        }
    }

    /// What the server's answer led to.
    enum Answer: Sendable {
        case open(WebSocketConnection)
        case refused(EventLoopFuture<WebSocketError>)
    }

    private static func handshake(
        _ channel: any Channel,
        _ address: WebSocketAddress,
        _ options: WebSocketOptions
    ) throws -> EventLoopFuture<Answer> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Answer>(
            maxFrameSize: options.frameLimit,
            enableAutomaticErrorHandling: false
        ) { channel, _ in
            channel.eventLoop.makeCompletedFuture { .open(try WebSocketConnection.start(on: channel, options)) }
        }
        var headers = HTTPHeaders(options.headers.map { ($0.name, $0.value) })
        headers.replaceOrAdd(name: "host", value: address.authority)
        let request = HTTPRequestHead(version: .http1_1, method: .GET, uri: address.path, headers: headers)
        let configuration = NIOTypedHTTPClientUpgradeConfiguration(upgradeRequestHead: request, upgraders: [upgrader]) {
            channel in
            channel.eventLoop.makeCompletedFuture {
                let reader = RefusalReader(promise: channel.eventLoop.makePromise())
                try channel.pipeline.syncOperations.addHandler(reader)
                return .refused(reader.promise.futureResult)
            }
        }
        let answer = try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
            configuration: .init(upgradeConfiguration: configuration)
        )
        // A refusal is there when its body is.
        let timer = channel.eventLoop.scheduleTask(in: TimeAmount(options.timeout)) { channel.close(promise: nil) }
        let end = answer.flatMap { answer in
            switch answer {
            case .open: channel.eventLoop.makeSucceededVoidFuture()
            case .refused(let refusal): refusal.map { _ in }
            }
        }
        end.whenComplete { _ in timer.cancel() }
        return answer
    }
}

extension WebSocketOptions {
    /// The frame decoder takes no limit beyond 32 bits.
    var frameLimit: Int { max(1, min(maximumMessage, Int(UInt32.max))) }
}

extension WebSocketAddress {
    /// Whether no header field of the caller can break the request.
    func isSendable(with options: WebSocketOptions) -> Bool {
        options.headers.allSatisfy { field in
            !field.name.isEmpty && field.name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
                && field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
    }
}
