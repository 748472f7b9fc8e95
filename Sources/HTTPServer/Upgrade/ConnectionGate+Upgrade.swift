import CDPProxy
import Credentials
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import WebSocket

extension ConnectionGate {
    /// Asks what becomes of a WebSocket request. Nothing is read until that is known.
    func decide(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        do {
            let request = try HTTPRequest(head, secure: false, splitCookie: false)
            let (decide, channel) = (settings.decide, context.channel)
            context.eventLoop.makeFutureWithTask { await decide(request, channel.remoteAddress, channel) }
                .assumeIsolated()
                .whenSuccess { self.apply($0, head, context) }
        } catch {
            refuse(.malformedRequest, context)
        }
    }

    private func apply(_ decision: UpgradeDecision, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        switch decision {
        case .splice(let endpoint, let tap, let onEnd):
            guard phase == .deciding else { return onEnd() }
            connect(endpoint, SpliceOrder(tap: tap, onEnd: onEnd), head, context)
        case .webSocket(let options, let serve):
            if phase == .deciding { accept(WebSocketOrder(options: options, serve: serve), head, context) }
        case .refuse(let refusal):
            if phase == .deciding { refuse(refusal, context) }
        case .pass:
            guard phase == .deciding else { return }
            serveHTTP(heldParts, context)
            heldParts = []
            context.fireChannelReadComplete()
            releaseRead(context)
        }
    }

    private func connect(
        _ endpoint: BrowserEndpoint,
        _ order: SpliceOrder,
        _ head: HTTPRequestHead,
        _ context: ChannelHandlerContext
    ) {
        switch head.webSocketKey() {
        case .failure(let fault):
            order.onEnd()
            refuse(.badHandshake(fault.reason), context)
        case .success(let key):
            BrowserLine.open(endpoint, key: key, on: context.eventLoop, options: settings.configuration.splice)
                .whenComplete { self.connected($0, order, context) }
        }
    }

    private func connected(
        _ result: Result<BrowserLine, any Error>,
        _ order: SpliceOrder,
        _ context: ChannelHandlerContext
    ) {
        switch result {
        case .success(let line) where phase == .deciding:
            context.channel.closeFuture.whenComplete { _ in order.onEnd() }
            join(line, order.tap, context)
        case .success(let line):
            line.drop()
            order.onEnd()
        case .failure(let error):
            order.onEnd()
            let cause = error as? SpliceError ?? .unreachable("\(error)")
            if phase == .deciding { refuse(.browser(cause), context) }
        }
    }

    private func join(_ line: BrowserLine, _ tap: (any CommandTap)?, _ context: ChannelHandlerContext) {
        let (channel, options) = (context.channel, settings.configuration.splice)
        switchProtocols(accept: line.accept, context) {
            try Splice.join(channel, line, tap: tap, options: options)
            return .taken
        } failed: {
            line.drop()
        }
    }

    private func accept(_ order: WebSocketOrder, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        switch head.webSocketKey() {
        case .failure(let fault): refuse(.badHandshake(fault.reason), context)
        case .success(let key):
            let channel = context.channel
            switchProtocols(accept: Self.accept(key), context) {
                .webSocket(try WebSocketServer.start(on: channel, options: order.options), serve: order.serve)
            }
        }
    }

    /// RFC 6455, section 4.2.2, item 5.4.
    private static func accept(_ key: String) -> String {
        Data(SHA1.digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)).base64EncodedString()
    }

    /// Answers 101 and takes all that knows HTTP out of the pipeline.
    ///
    /// Order: the answer leaves through the encoder; what `join` adds comes behind the gate, so that the bytes that the decoder
    /// still holds find it; the gate goes last.
    private func switchProtocols(
        accept: String,
        _ context: ChannelHandlerContext,
        join: @escaping () throws -> UpgradeConnection.Outcome,
        failed: @escaping () -> Void = {}
    ) {
        let headers: HTTPHeaders = ["upgrade": "websocket", "connection": "Upgrade", "sec-websocket-accept": accept]
        let answer = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
        context.writeAndFlush(wrapOutboundOut(.head(answer)), promise: nil)
        phase = .raw
        heldParts = []
        let (pipeline, channel) = (context.pipeline.syncOperations, context.channel)
        pipeline.removeHandler(encoder)
            .assumeIsolated()
            .flatMapThrowing { self.outcome.succeed(try join()) }
            .flatMap { pipeline.removeHandler(self.decoder) }
            .whenComplete { result in
                self.releaseRead(context)
                pipeline.removeHandler(self, promise: nil)
                guard case .failure(let error) = result else { return }
                self.outcome.fail(error)
                failed()
                channel.close(promise: nil)
            }
    }
}

private struct WebSocketOrder {
    let options: WebSocketOptions
    let serve: @Sendable (WebSocketConnection) async -> Void
}

private struct SpliceOrder {
    let tap: (any CommandTap)?
    let onEnd: @Sendable () -> Void
}
