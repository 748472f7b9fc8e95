import NIOCore

/// Sends the handshake to the browser and waits for its answer, then holds the line still until it is joined with the client.
///
/// The client's own key is sent, so that the browser's answer fits it. Extensions are not offered: without them no byte of the
/// two streams depends on a state that only the two ends know, and the tap can read the frames. `Origin` is left out, since the
/// browser refuses foreign ones.
final class BrowserHandshake: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let endpoint: BrowserEndpoint
    private let key: String
    private let reply: EventLoopPromise<String>
    private var received = ByteBuffer()
    private var isAnswered = false
    private var readIsWanted = false

    /// - Parameter reply: gets the browser's `Sec-WebSocket-Accept`, or a ``SpliceError``.
    init(endpoint: BrowserEndpoint, key: String, reply: EventLoopPromise<String>) {
        self.endpoint = endpoint
        self.key = key
        self.reply = reply
    }

    func channelActive(context: ChannelHandlerContext) {
        let request =
            "GET \(endpoint.path) HTTP/1.1\r\nHost: \(endpoint.host):\(endpoint.port)\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Key: \(key)\r\nSec-WebSocket-Version: 13\r\n\r\n"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: request)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        received.writeBuffer(&buffer)
        guard !isAnswered else { return }
        switch BrowserReply.read(from: &received) {
        case .needsMore: break
        case .malformed: fail(SpliceError(.refused, "the browser's answer is not HTTP"), context)
        case .complete(let answer): finish(answer, context)
        }
    }

    private func finish(_ answer: BrowserReply, _ context: ChannelHandlerContext) {
        if answer.status == 101, let accept = answer.accept {
            isAnswered = true
            reply.succeed(accept)
        } else if answer.status == 404 || answer.status == 500 {
            // Chromium answers 500 "No such target id" for a page that is not there, and 404 for any other path.
            fail(SpliceError(.noSuchTarget, "the browser has no such target"), context)
        } else {
            fail(SpliceError(.refused, "the browser answered \(answer.status)"), context)
        }
    }

    private func fail(_ error: SpliceError, _ context: ChannelHandlerContext) {
        isAnswered = true
        reply.fail(error)
        context.close(promise: nil)
    }

    /// Nothing is read between the answer and the join.
    func read(context: ChannelHandlerContext) {
        if isAnswered { readIsWanted = true } else { context.read() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !isAnswered { fail(SpliceError(.unreachable, "the browser hung up"), context) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if isAnswered {
            context.fireErrorCaught(error)
        } else {
            fail(SpliceError(.unreachable, "the browser hung up"), context)
        }
    }

    /// Passes on what came right behind the answer and lets the line run.
    func handlerRemoved(context: ChannelHandlerContext) {
        if !isAnswered { reply.fail(SpliceError(.unreachable, "the browser hung up")) }
    }

    func removeHandler(context: ChannelHandlerContext, removalToken: ChannelHandlerContext.RemovalToken) {
        if received.readableBytes > 0 {
            context.fireChannelRead(wrapInboundOut(received))
            context.fireChannelReadComplete()
        }
        let wanted = readIsWanted
        if wanted { context.read() }
        context.leavePipeline(removalToken: removalToken)
    }
}
