import NIOCore
import NIOHTTP1
import NIOPosix

/// Reads one page of a browser's DevTools port over loopback.
enum BrowserPage {
    /// `/json/protocol` is the largest one, about 1.5 MB.
    private static let maximumBytes = 16 * 1024 * 1024
    private static let timeout = TimeAmount.seconds(5)

    /// - Throws: when the browser cannot be reached, answers anything but 200, too much, or not within 5 seconds.
    static func get(_ path: String, port: Int) async throws -> [UInt8] {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(timeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(
                        NIOHTTPClientResponseAggregator(maxContentLength: maximumBytes)
                    )
                }
            }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<NIOHTTPClientResponseFull, HTTPClientRequestPart>(
                    wrappingChannelSynchronously: channel
                )
            }
        }
        let deadline = channel.channel.eventLoop.scheduleTask(in: timeout) { channel.channel.close(promise: nil) }
        defer { deadline.cancel() }
        return try await channel.executeThenClose { inbound, outbound in
            let head = HTTPRequestHead(
                version: .http1_1,
                method: .GET,
                uri: path,
                headers: ["Host": "127.0.0.1:\(port)", "Connection": "close"]
            )
            try await outbound.write(contentsOf: [.head(head), .end(nil)])
            for try await response in inbound {
                guard response.head.status == .ok else { throw ChannelError.inputClosed }
                return response.body.map { Array($0.readableBytesView) } ?? []
            }
            throw ChannelError.eof
        }
    }
}
