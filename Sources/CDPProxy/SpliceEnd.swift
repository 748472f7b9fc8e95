import NIOCore

/// One of the two ends of a splice: passes every buffer to the other end and reads only while that one is writable.
///
/// Both ends live on one event loop, so each calls the other directly. An end that closes lets the other send what still waits.
/// The client's end reads commands as they pass; one that the tap holds back stops the client's bytes until it may pass. While the tap's gate is
/// closed, it sorts them one by one (``CommandSieve``).
final class SpliceEnd: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private(set) var partner: SpliceEnd?
    private(set) var context: ChannelHandlerContext?
    private var readIsHeld = false
    private let drainTimeout: TimeAmount
    var reader: CommandReader?
    var sieve = CommandSieve()
    let gate: (any CommandGate)?
    private var listener: Int?
    /// Where what the browser says stands between two messages, and what waits to be said there.
    private var walker = FrameWalker()
    private var sayings: [ByteBuffer] = []
    /// A client that sends so many commands to be refused while the browser is inside of one message gets no more answers.
    private static let sayingsLimit = 1000
    /// Commands of this turn of the loop, of which the tap is told when they have left.
    private var passing: [ClientCommand] = []
    /// Commands that may not pass yet.
    private var holds = 0
    /// What waits behind them: no more than was read when the first one came.
    private var held: [ByteBuffer] = []
    private var attachments: AttachmentReader?
    private var downloads: DownloadReader?
    private var replies: ReplyReader?
    /// What the browser said in this turn of the loop.
    private var unread: [ByteBuffer] = []

    /// - Parameters:
    ///   - reader: Reads what this end says, when it is the client's.
    ///   - gate: Decides on the commands of this end, when it is the client's.
    ///   - attachments: Reads what this end says, when it is the browser's.
    ///   - downloads: Reads it too, before it leaves for the client.
    ///   - replies: Reads it too, for the replies that the tap wants.
    init(
        reader: CommandReader? = nil,
        gate: (any CommandGate)? = nil,
        attachments: AttachmentReader? = nil,
        downloads: DownloadReader? = nil,
        replies: ReplyReader? = nil,
        drainTimeout: TimeAmount
    ) {
        self.reader = reader
        self.gate = gate
        self.attachments = attachments
        self.downloads = downloads
        self.replies = replies
        self.drainTimeout = drainTimeout
    }

    static func join(_ left: SpliceEnd, _ right: SpliceEnd) {
        left.partner = right
        right.partner = left
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        let (loop, end) = (context.eventLoop, NIOLoopBound(self, eventLoop: context.eventLoop))
        listener = gate?.listen { loop.execute { end.value.gateOpened() } }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        forgetGate()
        self.context = nil
        partner?.partner = nil
        partner = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if let gate, gate.isClosed || !sieve.isIdle { return sift(buffer, gate, context) }
        if let head = reader?.takeUnfinishedHead() { forward(head) }
        admit(reader?.commands(in: buffer) ?? [], context)
        if attachments != nil || downloads != nil || replies != nil { unread.append(buffer) }
        if reader == nil { passOn(buffer) } else { forward(buffer) }
    }

    /// Sends bytes to the other end, behind those that are held back.
    func forward(_ buffer: ByteBuffer) {
        if holds > 0 { held.append(buffer) } else { partner?.write(buffer) }
    }

    /// Passes on what the browser says, with what waits to be said between two of its messages.
    private func passOn(_ buffer: ByteBuffer) {
        guard !sayings.isEmpty else {
            _ = buffer.withUnsafeReadableBytes { walker.walk($0) }
            partner?.write(buffer)
            return
        }
        var rest = buffer
        let count = rest.withUnsafeReadableBytes { walker.walk($0, toBoundary: true) }
        if let first = rest.readSlice(length: count) { partner?.write(first) }
        guard walker.isBetweenMessages else { return }
        for saying in sayings { partner?.write(saying) }
        sayings = []
        if rest.readableBytes > 0 { passOn(rest) }
    }

    /// Says something to the client in the browser's name, as soon as the browser is between two messages.
    func say(_ frame: ByteBuffer) {
        guard walker.isBetweenMessages else {
            if sayings.count < Self.sayingsLimit { sayings.append(frame) }
            return
        }
        partner?.write(frame)
        partner?.context?.flush()
    }

    private func forgetGate() {
        if let listener { gate?.forget(listener) }
        listener = nil
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if holds == 0 { flush() }
    }

    /// Notes commands whose bytes are about to be sent on, and asks whether they may be.
    func admit(_ commands: [ClientCommand], _ context: ChannelHandlerContext) {
        guard !commands.isEmpty else { return }
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

    func release() {
        holds = 0
        for buffer in held { partner?.write(buffer) }
        held = []
        flush()
    }

    /// The bytes leave first; then the tap is told. Only of downloads it is told before.
    func flush() {
        for buffer in unread { downloads?.read(buffer) }
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
        if holds == 0, partner?.isWritable ?? true, takesRefusals { context.read() } else { readIsHeld = true }
    }

    /// A client that does not read its refusals is not read either.
    private var takesRefusals: Bool { gate.map { !$0.isClosed || isWritable } ?? true }

    private var isWritable: Bool { context?.channel.isWritable ?? true }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guard context.channel.isWritable else { return }
        partner?.resumeReading()
        if gate != nil, partner?.isWritable ?? true { resumeReading() }
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
        forgetGate()
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
