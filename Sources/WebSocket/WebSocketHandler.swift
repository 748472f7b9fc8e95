import NIOCore
import NIOWebSocket

/// Turns frames into messages, answers pings and close frames, and stops reading while the inbox is full.
///
/// At a server it also asks a silent peer whether it is there, and says goodbye when the server shuts down.
final class WebSocketHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    /// The inbox has room again.
    struct ReadOn: Sendable {}

    let inbox: WebSocketInbox
    private let role: WebSocketRole
    private var readIsHeld = false
    private var closeWasSent = false
    private var heardAt = NIODeadline.now()
    private var heartbeat: Scheduled<Void>?

    init(inbox: WebSocketInbox, role: WebSocketRole = .client) {
        self.inbox = inbox
        self.role = role
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if case .server(let silence) = role { watch(silence, context) }
    }

    private func watch(_ silence: TimeAmount, _ context: ChannelHandlerContext) {
        let interval = TimeAmount.nanoseconds(max(1, silence.nanoseconds / 3))
        heartbeat = context.eventLoop.assumeIsolated().scheduleTask(in: interval) { [self] in
            guard heardAt + silence > .now() else { return context.close(promise: nil) }
            if !closeWasSent { send(.ping, ByteBuffer(), context) }
            watch(silence, context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { heartbeat?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        heardAt = .now()
        switch frame.opcode {
        case .text: readText(frame.unmaskedData, context)
        case .binary: inbox.put(.binary(Array(buffer: frame.unmaskedData)))
        case .ping: send(.pong, frame.unmaskedData, context)
        case .connectionClose: readClose(frame.unmaskedData, context)
        default: break
        }
    }

    private func readText(_ data: ByteBuffer, _ context: ChannelHandlerContext) {
        guard let text = String(validating: data.readableBytesView, as: UTF8.self) else {
            return fail("a text message that is not UTF-8", .dataInconsistentWithMessage, context)
        }
        inbox.put(.text(text))
    }

    private func readClose(_ data: ByteBuffer, _ context: ChannelHandlerContext) {
        inbox.end(.success(()))
        if !closeWasSent {
            let code = data.getSlice(at: data.readerIndex, length: min(2, data.readableBytes))
            send(.connectionClose, code ?? ByteBuffer(), context)
            closeWasSent = true
        }
        finish(context)
    }

    /// A server lets what it has sent arrive before it closes (RFC 6455, section 7.1.1): a line that is closed with bytes unread is reset.
    private func finish(_ context: ChannelHandlerContext) {
        guard case .server = role else { return context.close(promise: nil) }
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        let timer = context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in timer.cancel() }
    }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
        let frame = WebSocketFrame(fin: true, opcode: opcode, maskKey: role.maskKey, data: data)
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }

    private func fail(_ reason: String, _ code: WebSocketErrorCode, _ context: ChannelHandlerContext) {
        inbox.end(.failure(WebSocketError(.violation, reason)))
        var data = ByteBuffer()
        data.write(webSocketErrorCode: code)
        if !closeWasSent { send(.connectionClose, data, context) }
        closeWasSent = true
        finish(context)
    }

    /// After a close frame nothing more is sent (RFC 6455, section 5.5.1).
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !closeWasSent else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        closeWasSent = unwrapOutboundIn(data).opcode == .connectionClose
        context.write(data, promise: promise)
    }

    func read(context: ChannelHandlerContext) {
        if inbox.wantsMore { context.read() } else { readIsHeld = true }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ReadOn: break
        case is ChannelShouldQuiesceEvent:
            if case .server = role { fail("the server shuts down", .goingAway, context) }
            return
        case ChannelEvent.inputClosed: return context.close(promise: nil)
        default: return context.fireUserInboundEventTriggered(event)
        }
        guard readIsHeld, inbox.wantsMore else { return }
        readIsHeld = false
        context.read()
    }

    func channelInactive(context: ChannelHandlerContext) {
        inbox.end(.failure(WebSocketError(.closed, "the connection broke off")))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case NIOWebSocketError.invalidFrameLength, NIOWebSocketFrameAggregator.Error.accumulatedFrameSizeIsTooLarge:
            fail("a message above the limit", .messageTooLarge, context)
        case is NIOWebSocketError, is NIOWebSocketFrameAggregator.Error, is ClientFrameRules.Violation:
            fail("broken frames", .protocolError, context)
        default: context.close(promise: nil)
        }
    }
}
