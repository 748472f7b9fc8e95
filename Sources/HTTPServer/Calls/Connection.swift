import NIOCore

/// Ends connections from this side, which Hummingbird leaves to the client.
enum Connection {
    private static let interval = TimeAmount.milliseconds(50)

    /// Throws away what the client still sends, so that it can read its answer, and closes after a second or 16 MiB.
    static func closeSoon(_ channel: any Channel) {
        channel.eventLoop.execute {
            do {
                try channel.pipeline.syncOperations.addHandler(RestOfBody(), position: .first)
                channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
            } catch {
                channel.close(promise: nil)
            }
        }
    }

    /// Closes when everything written has gone to the kernel, at the latest after `patience`.
    static func closeWhenWritten(_ channel: any Channel, patience: Duration) {
        let deadline = NIODeadline.now() + TimeAmount(patience)
        channel.eventLoop.execute { check(channel, deadline) }
    }

    private static func check(_ channel: any Channel, _ deadline: NIODeadline) {
        let waiting = try? channel.syncOptions?.getOption(.bufferedWritableBytes)
        guard let waiting, waiting > 0, NIODeadline.now() < deadline else { return channel.close(promise: nil) }
        channel.eventLoop.scheduleTask(in: interval) { check(channel, deadline) }
    }
}

/// Swallows the bytes of a body that nobody reads, up to a bound.
private final class RestOfBody: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var remaining = 16 * 1024 * 1024

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        remaining -= unwrapInboundIn(data).readableBytes
        if remaining < 0 { context.close(promise: nil) }
    }
}
