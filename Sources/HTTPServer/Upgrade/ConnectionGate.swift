import CDPProxy
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Stands between the HTTP decoder and the routes of one connection: looks at each head, turns NIO's parts into those of
/// Hummingbird, and gives the answers that no route can give.
final class ConnectionGate: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    enum Phase {
        /// No head has come yet.
        case first
        /// A WebSocket request waits for a decision or for the browser; nothing is read.
        case deciding
        /// Plain requests.
        case http
        /// The gate has given its last answer.
        case finishing
        /// Upgraded: bytes pass.
        case raw
    }

    let settings: UpgradeChannel
    let encoder: HTTPResponseEncoder
    let decoder: ByteToMessageHandler<HTTPRequestDecoder>
    let outcome: EventLoopPromise<UpgradeConnection.Outcome>
    let logger: Logger
    var phase = Phase.first
    var ledger = ResponseLedger()
    /// The gate's own last answer, until its turn comes.
    var refusal: UpgradeRefusal?
    /// Parts of the WebSocket request, in case it turns out to be a plain one.
    var heldParts: [HTTPServerRequestPart] = []
    var readIsHeld = false
    private var headTimer: Scheduled<Void>?

    init(
        _ settings: UpgradeChannel,
        encoder: HTTPResponseEncoder,
        decoder: ByteToMessageHandler<HTTPRequestDecoder>,
        outcome: EventLoopPromise<UpgradeConnection.Outcome>,
        logger: Logger
    ) {
        self.settings = settings
        self.encoder = encoder
        self.decoder = decoder
        self.outcome = outcome
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        headTimer = context.eventLoop.assumeIsolated().scheduleTask(in: settings.configuration.headTimeout) { [self] in
            if phase == .first { refuse(.headTooSlow, context) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { ended() }

    func channelInactive(context: ChannelHandlerContext) {
        ended()
        context.fireChannelInactive()
    }

    private func ended() {
        headTimer?.cancel()
        if phase == .first || phase == .deciding { phase = .finishing }
        outcome.fail(ChannelError.eof)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch phase {
        case .raw: context.fireChannelRead(data)
        case .finishing: break
        case .deciding: heldParts.append(unwrapInboundIn(data))
        case .first: readFirst(unwrapInboundIn(data), context)
        case .http: pass(unwrapInboundIn(data), context)
        }
    }

    private func readFirst(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        headTimer?.cancel()
        if case .head(let head) = part, head.isWebSocket {
            heldParts.append(part)
            phase = .deciding
            decide(head, context)
        } else {
            serveHTTP([part], context)
        }
    }

    func read(context: ChannelHandlerContext) {
        if phase == .deciding { readIsHeld = true } else { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (phase, event) {
        case (.raw, _), (.http, _): context.fireUserInboundEventTriggered(event)
        case (_, ChannelEvent.inputClosed): context.close(promise: nil)
        case (.first, is ChannelShouldQuiesceEvent), (.deciding, is ChannelShouldQuiesceEvent):
            context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch (phase, error) {
        case (.finishing, _): break
        case (.raw, _): context.fireErrorCaught(error)
        case (_, HTTPParserError.headerOverflow): refuse(.headTooLarge, context)
        case (_, is HTTPParserError), (_, is ByteToMessageDecoderError),
            (_, is ByteToMessageDecoderError.PayloadTooLargeError):
            refuse(.malformedRequest, context)
        case (.http, _): context.fireErrorCaught(error)
        default: context.close(promise: nil)
        }
    }
}
