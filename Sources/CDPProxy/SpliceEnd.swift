import NIOCore

/// One of the two ends of a splice: passes every buffer to the other end and reads only while that one is writable.
///
/// Both ends live on one event loop, so each calls the other directly. An end that closes lets the other send what still waits.
/// The client's end reads commands as they pass; one that the tap holds back stops the client's bytes until it may pass.
final class SpliceEnd: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var partner: SpliceEnd?
    private var context: ChannelHandlerContext?
    private var readIsHeld = false
    private let drainTimeout: TimeAmount
    private var reader: CommandReader?
    /// Commands of this turn of the loop, of which the tap is told when they have left.
    private var passing: [ClientCommand] = []
    /// Commands that may not pass yet.
    private var holds = 0
    /// What waits behind them: no more than was read when the first one came.
    private var held: [ByteBuffer] = []
    private var attachments: AttachmentReader?
    private var replies: ReplyReader?
    /// What the browser said in this turn of the loop, already passed on.
    private var unread: [ByteBuffer] = []

    /// - Parameters:
    ///   - reader: Reads what this end says, when it is the client's.
    ///   - attachments: Reads what this end says, when it is the browser's.
    ///   - replies: Reads it too, for the replies that the tap wants.
    init(
        reader: CommandReader? = nil,
        attachments: AttachmentReader? = nil,
        replies: ReplyReader? = nil,
        drainTimeout: TimeAmount
    ) {
        self.reader = reader
        self.attachments = attachments
        self.replies = replies
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
        readCommands(in: buffer, context)
        if attachments != nil || replies != nil { unread.append(buffer) }
        if holds > 0 { held.append(buffer) } else { partner?.write(buffer) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if holds == 0 { flush() }
    }

    private func readCommands(in buffer: ByteBuffer, _ context: ChannelHandlerContext) {
        guard let commands = reader?.commands(in: buffer), !commands.isEmpty else { return }
        passing += commands
        for command in commands { partner?.replies?.expect(command) }
        let (loop, end) = (context.eventLoop, NIOLoopBound(self, eventLoop: context.eventLoop))
        for command in commands where reader?.mayPass(command, pass: { loop.execute { end.value.mayPass() } }) == false
        {
            holds += 1
        }
    }

    private func mayPass() {
        guard holds > 0 else { return }
        holds -= 1
        guard holds == 0 else { return }
        release()
        if partner?.isWritable ?? true { resumeReading() }
    }

    private func release() {
        holds = 0
        for buffer in held { partner?.write(buffer) }
        held = []
        flush()
    }

    /// The bytes leave first; then the tap is told.
    private func flush() {
        partner?.context?.flush()
        reader?.sent(passing)
        passing.removeAll(keepingCapacity: true)
        for buffer in unread {
            attachments?.read(buffer)
            replies?.read(buffer)
        }
        unread.removeAll(keepingCapacity: true)
    }

    private func write(_ buffer: ByteBuffer) { context?.write(wrapOutboundOut(buffer), promise: nil) }

    func read(context: ChannelHandlerContext) {
        if holds == 0, partner?.isWritable ?? true { context.read() } else { readIsHeld = true }
    }

    private var isWritable: Bool { context?.channel.isWritable ?? true }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { partner?.resumeReading() }
    }

    private func resumeReading() {
        guard readIsHeld, holds == 0 else { return }
        readIsHeld = false
        context?.read()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            release()
            partner?.context?.close(mode: .output, promise: nil)
        case is ChannelShouldQuiesceEvent: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        release()
        reader?.end()
        reader = nil
        replies?.end()
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
