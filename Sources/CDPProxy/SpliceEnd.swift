import NIOCore

/// One of the two ends of a splice: passes every buffer to the other end and reads only while that one is writable.
///
/// Both ends live on one event loop, so each calls the other directly. An end that closes lets the other send what still waits.
final class SpliceEnd: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var partner: SpliceEnd?
    private var context: ChannelHandlerContext?
    private var readIsHeld = false
    private let drainTimeout: TimeAmount
    private var reader: CommandReader?
    /// Buffers that the tap has yet to read: those of one turn of the loop, already passed on.
    private var unreadByTap: [ByteBuffer] = []

    init(reader: CommandReader?, drainTimeout: TimeAmount) {
        self.reader = reader
        self.drainTimeout = drainTimeout
    }

    static func join(_ left: SpliceEnd, _ right: SpliceEnd) {
        left.partner = right
        right.partner = left
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        partner?.partner = nil
        partner = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if reader != nil { unreadByTap.append(buffer) }
        partner?.write(buffer)
    }

    /// The bytes leave first; then the tap reads them.
    func channelReadComplete(context: ChannelHandlerContext) {
        partner?.context?.flush()
        guard reader != nil, !unreadByTap.isEmpty else { return }
        for buffer in unreadByTap { reader?.read(buffer) }
        unreadByTap.removeAll(keepingCapacity: true)
    }

    private func write(_ buffer: ByteBuffer) { context?.write(wrapOutboundOut(buffer), promise: nil) }

    func read(context: ChannelHandlerContext) {
        if partner?.isWritable ?? true { context.read() } else { readIsHeld = true }
    }

    private var isWritable: Bool { context?.channel.isWritable ?? true }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { partner?.resumeReading() }
    }

    private func resumeReading() {
        guard readIsHeld else { return }
        readIsHeld = false
        context?.read()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed: partner?.context?.close(mode: .output, promise: nil)
        case is ChannelShouldQuiesceEvent: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        reader?.end()
        reader = nil
        partner?.drain()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// The other end is gone: sends what waits, says so to the peer (FIN), and closes when the peer has closed or time is up.
    private func drain() {
        partner = nil
        guard let context else { return }
        resumeReading()
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        let timer = context.eventLoop.scheduleTask(in: drainTimeout) { channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in timer.cancel() }
    }
}
