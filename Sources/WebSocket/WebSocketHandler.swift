import NIOCore
import NIOWebSocket

/// Turns frames into messages, answers pings and close frames, and stops reading while the inbox is full.
final class WebSocketHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    /// The inbox has room again.
    struct ReadOn: Sendable {}

    let inbox: WebSocketInbox
    private var readIsHeld = false
    private var closeWasSent = false

    init(inbox: WebSocketInbox) { self.inbox = inbox }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
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
        context.close(promise: nil)
    }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
        let frame = WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }

    private func fail(_ reason: String, _ code: WebSocketErrorCode, _ context: ChannelHandlerContext) {
        inbox.end(.failure(WebSocketError(.violation, reason)))
        var data = ByteBuffer()
        data.write(webSocketErrorCode: code)
        send(.connectionClose, data, context)
        closeWasSent = true
        context.close(promise: nil)
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
        guard event is ReadOn else { return context.fireUserInboundEventTriggered(event) }
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
        case is NIOWebSocketError, is NIOWebSocketFrameAggregator.Error: fail("broken frames", .protocolError, context)
        default: context.close(promise: nil)
        }
    }
}
