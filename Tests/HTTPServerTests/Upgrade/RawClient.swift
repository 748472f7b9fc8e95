import NIOCore
import NIOPosix

/// A client that writes bytes as they are and reads until the server closes or enough has come.
struct RawClient {
    let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    static func connect(_ port: Int) async throws -> RawClient {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                }
            }
        return RawClient(channel: channel)
    }

    /// Sends `request`, and gives back all bytes until the end of the stream or until `enough` says so.
    static func exchange(
        _ port: Int,
        _ request: String,
        halfClose: Bool = false,
        enough: (String) -> Bool = { _ in false }
    ) async throws -> String {
        try await connect(port).channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: request))
            if halfClose { outbound.finish() }
            var received = ""
            for try await part in inbound {
                received += String(buffer: part)
                if enough(received) { break }
            }
            return received
        }
    }

    static func webSocketHead(_ path: String, key: String = "dGhlIHNhbXBsZSBub25jZQ==", version: Int = 13) -> String {
        "GET \(path) HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
            + "Sec-WebSocket-Version: \(version)\r\nSec-WebSocket-Key: \(key)\r\n\r\n"
    }
}
