import CDPProxy
import HTTPServer
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// A server of two plain routes and of WebSocket paths below `/browser`, which go to `endpoint`; `/denied` is refused.
struct UpgradeServer {
    static func with(
        browser port: Int = 1,
        tap: (any CommandTap)? = nil,
        configuration: UpgradeConfiguration = UpgradeConfiguration(),
        onEnd: @escaping @Sendable () -> Void = {},
        _ body: (Int) async throws -> Void
    ) async throws {
        let router = Router()
        router.get("/plain") { _, _ in "plain" }
        router.post("/length") { request, _ in
            var request = request
            return try await "\(request.collectBody(upTo: 1 << 20).readableBytes)"
        }
        let (ready, announce) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router,
            server: .init { responder in
                UpgradeChannel(responder: responder, configuration: configuration) { head, _, _ in
                    let path = head.path ?? ""
                    if path.hasPrefix("/denied") {
                        return .refuse(UpgradeRefusal(status: .unauthorized, body: Array("{}".utf8)))
                    }
                    guard path.hasPrefix("/browser") else { return .pass }
                    return .splice(BrowserEndpoint(port: port, path: String(path.dropFirst(8))), tap: tap, onEnd: onEnd)
                }
            },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in announce.yield(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in ready.prefix(1) { try await body(port) }
            group.cancelAll()
        }
    }
}
