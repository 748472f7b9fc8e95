public import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// A small shop on loopback for the demo run: three pages, a script, a form, a popup and a broken picture.
public struct DemoSite: Sendable {
    public init() {}

    /// Serves the site on a port that the system chooses while `body` runs.
    /// - Parameter body: gets the site's address, `http://127.0.0.1:PORT`.
    public func serve<Result: Sendable>(_ body: @escaping @Sendable (String) async throws -> Result) async throws
        -> Result
    {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "demo-site")
        logger.logLevel = .error
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            let service = ServiceGroup(services: [application], logger: logger)
            group.addTask { try await service.run() }
            guard let port = await ports.first(where: { _ in true }) else { throw CancellationError() }
            let result = try await body("http://127.0.0.1:\(port)")
            await service.triggerGracefulShutdown()
            try await group.waitForAll()
            return result
        }
    }

    /// The site's routes.
    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { _, _ in Self.page(DemoPages.shop) }
        router.get("/pins/brass") { _, _ in Self.page(DemoPages.product) }
        router.get("/brass") { _, _ in Response.redirect(to: "/pins/brass", type: .found) }
        router.get("/care") { _, _ in Self.page(DemoPages.care) }
        router.get("/thanks") { _, _ in Self.page(DemoPages.thanks) }
        router.get("/shop.js") { _, _ in Self.response(DemoPages.script, type: "text/javascript") }
        router.post("/api/basket") { _, _ in Self.response(#"{"items":1,"total":"4.20"}"#, type: "application/json") }
        return router
    }

    private static func page(_ html: String) -> Response { response(html, type: "text/html; charset=utf-8") }

    private static func response(_ text: String, type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
