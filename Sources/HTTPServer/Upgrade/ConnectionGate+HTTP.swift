import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

extension ConnectionGate {
    /// Puts the handlers of plain HTTP behind the gate and passes on what has come.
    func serveHTTP(_ parts: [HTTPServerRequestPart], _ context: ChannelHandlerContext) {
        phase = .http
        do {
            let state = HTTPConnectionStateHandler(idleTimeout: settings.configuration.idleTimeout, logger: logger)
            try context.pipeline.syncOperations.addHandler(state)
            outcome.succeed(
                .http(
                    try NIOAsyncChannel(
                        wrappingChannelSynchronously: context.channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                )
            )
        } catch {
            outcome.fail(error)
            context.close(promise: nil)
        }
        for part in parts { pass(part, context) }
    }

    func pass(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        guard !ledger.isRefusing else { return }
        switch part {
        case .head(let head): pass(head, context)
        case .body(let body): context.fireChannelRead(wrapInboundOut(.body(body)))
        case .end(let trailers):
            ledger.requestEnded()
            context.fireChannelRead(wrapInboundOut(.end(trailers.map { HTTPFields($0, splitCookie: false) })))
        }
    }

    private func pass(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let isFirst = !heldParts.isEmpty
        guard isFirst || !head.isWebSocket else { return refuse(.notFirstRequest, context) }
        do {
            let plain = head.stopsDecoder ? head.withoutUpgrade : head
            let request = try HTTPRequest(plain, secure: false, splitCookie: false)
            if head.expectsContinue, ledger.open == 0 { sendContinue(context) }
            ledger.requestBegan(isLast: head.stopsDecoder)
            context.fireChannelRead(wrapInboundOut(.head(request)))
        } catch {
            refuse(.malformedRequest, context)
        }
    }

    /// RFC 9110, section 10.1.1: without it a client may wait a second before it sends a long body.
    private func sendContinue(_ context: ChannelHandlerContext) {
        context.writeAndFlush(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))),
            promise: nil
        )
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch phase {
        case .raw: context.write(data, promise: promise)
        case .http: write(unwrapOutboundIn(data), context, promise)
        case .first, .deciding, .finishing: promise?.fail(ChannelError.ioOnClosedChannel)
        }
    }

    private func write(_ part: HTTPResponsePart, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        switch part {
        case .head(var response):
            if ledger.responseBegan() { response.headerFields[.connection] = "close" }
            context.write(wrapOutboundOut(.head(HTTPResponseHead(response))), promise: promise)
        case .body(let body):
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: promise)
        case .end(let trailers):
            context.write(wrapOutboundOut(.end(trailers.map(HTTPHeaders.init))), promise: promise)
            if let next = ledger.responseEnded() { finish(next, context) }
        }
    }

    /// Gives an answer of the gate's own, in its turn, and closes the connection after it.
    func refuse(_ problem: UpgradeProblem, _ context: ChannelHandlerContext) { refuse(problem.refusal, context) }

    func refuse(_ refusal: UpgradeRefusal, _ context: ChannelHandlerContext) {
        guard !ledger.isRefusing else { return }
        self.refusal = refusal
        finish(ledger.refuse(), context)
    }

    private func finish(_ next: ResponseLedger.Next, _ context: ChannelHandlerContext) {
        guard next != .wait else { return }
        if next == .answer, let refusal { send(refusal, context) }
        if phase != .http { outcome.succeed(.taken) }
        phase = .finishing
        context.flush()
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        let timer = context.eventLoop.scheduleTask(in: settings.configuration.lingerTimeout) {
            channel.close(promise: nil)
        }
        channel.closeFuture.whenComplete { _ in timer.cancel() }
        releaseRead(context)
    }

    private func send(_ refusal: UpgradeRefusal, _ context: ChannelHandlerContext) {
        var response = HTTPResponse(status: refusal.status, headerFields: refusal.headers)
        if response.headerFields[.contentType] == nil { response.headerFields[.contentType] = "application/json" }
        response.headerFields[.contentLength] = "\(refusal.body.count)"
        response.headerFields[.connection] = "close"
        context.write(wrapOutboundOut(.head(HTTPResponseHead(response))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: refusal.body)))), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func releaseRead(_ context: ChannelHandlerContext) {
        guard readIsHeld else { return }
        readIsHeld = false
        context.read()
    }
}

extension HTTPRequestHead {
    fileprivate var expectsContinue: Bool {
        version == .http1_1 && headers["expect"].contains { $0.lowercased() == "100-continue" }
    }
}
