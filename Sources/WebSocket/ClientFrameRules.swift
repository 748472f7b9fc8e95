import NIOCore
import NIOWebSocket

/// What NIO's decoder lets through and no client may send: frames without a mask (RFC 6455, section 5.1), reserved bits, opcodes that
/// nobody knows, close frames of one byte.
final class ClientFrameRules: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketFrame

    struct Violation: Error {}

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if Self.isFine(unwrapInboundIn(data)) {
            context.fireChannelRead(data)
        } else {
            context.fireErrorCaught(Violation())
        }
    }

    private static func isFine(_ frame: WebSocketFrame) -> Bool {
        guard frame.maskKey != nil, !frame.rsv1, !frame.rsv2, !frame.rsv3 else { return false }
        switch frame.opcode {
        case .continuation, .text, .binary, .ping, .pong: return true
        case .connectionClose: return frame.length == 0 || frame.length >= 2
        default: return false
        }
    }
}
