import CBrowserSpawn
public import CDP
import NIOCore
import NIOPosix

/// The line to a browser that was started with `--remote-debugging-pipe`: JSON messages, each ended by a zero byte.
///
/// Reading stops while more than 1 MiB of messages waits for `receive()`. A message over 256 MiB, or 512 MiB that the
/// browser does not take, closes the line.
public final class DevToolsPipe: CDPTransport {
    private let channel: any Channel
    private let inbox: PipeInbox
    private let outbox = PipeOutbox()

    /// Takes over two descriptors: `input` carries the browser's messages, `output` ours.
    static func open(input: Int32, output: Int32) async throws -> DevToolsPipe {
        // Fewer, larger batches; a refusal leaves the usual 64 KiB.
        martlet_widen_pipe(input, 1 << 20)
        let inbox = PipeInbox()
        let channel = try await NIOPipeBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: false)
            .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 1 << 17))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(PipeReader(inbox: inbox))
                }
            }
            .takingOwnershipOfDescriptors(input: input, output: output).get()
        return DevToolsPipe(channel: channel, inbox: inbox)
    }

    private init(channel: any Channel, inbox: PipeInbox) {
        (self.channel, self.inbox) = (channel, inbox)
    }

    deinit { channel.close(promise: nil) }

    public func send(_ message: [UInt8]) {
        switch outbox.add(message) {
        case .queued: return
        case .overflowed: close()
        case .flushNeeded:
            channel.eventLoop.execute { [channel, outbox] in outbox.flush(to: channel) }
        }
    }

    public func receive() async -> [[UInt8]]? {
        let (batch, wasPaused) = await inbox.take()
        if wasPaused { channel.read() }
        return batch
    }

    public func close() { channel.close(promise: nil) }
}

/// Reads batches on the event loop; asks for more only while the inbox has room.
private final class PipeReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let inbox: PipeInbox
    private var splitter = NullSplitter()
    private var batch: [[UInt8]] = []

    init(inbox: PipeInbox) { self.inbox = inbox }

    func channelActive(context: ChannelHandlerContext) { context.read() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        do {
            try unwrapInboundIn(data).withUnsafeReadableBytes { try splitter.split($0, into: &batch) }
        } catch {
            context.close(promise: nil)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        let full = batch
        batch = []
        if full.isEmpty || inbox.put(full) { context.read() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !batch.isEmpty { _ = inbox.put(batch) }
        inbox.close()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
