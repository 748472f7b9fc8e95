import NIOCore
import NIOHTTP1

/// Reads the response that came instead of an upgrade, at most ``maximumBody`` bytes of its body, and closes the connection.
final class RefusalReader: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    /// 64 KiB.
    static let maximumBody = 64 * 1024

    let promise: EventLoopPromise<WebSocketError>
    private var status = 0
    private var body = ByteBuffer()

    init(promise: EventLoopPromise<WebSocketError>) { self.promise = promise }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): status = Int(head.status.code)
        case .body(var part):
            if let slice = part.readSlice(length: min(part.readableBytes, Self.maximumBody - body.readableBytes)) {
                body.writeImmutableBuffer(slice)
            }
            if body.readableBytes == Self.maximumBody { finish(context) }
        case .end: finish(context)
        }
    }

    private func finish(_ context: ChannelHandlerContext) {
        promise.succeed(
            WebSocketError(
                .refused,
                "the server answered \(status) instead of an upgrade",
                status: status,
                body: String(buffer: body)
            )
        )
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { finish(context) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { finish(context) }
}
