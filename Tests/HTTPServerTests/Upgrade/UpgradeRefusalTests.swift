import HTTPServer
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(3))) struct UpgradeRefusalTests {
    @Test(arguments: [
        (RawClient.webSocketHead("/denied"), 401), (RawClient.webSocketHead("/elsewhere"), 404),
        (RawClient.webSocketHead("/browser/x"), 502), (RawClient.webSocketHead("/browser/x", key: "short"), 400),
        (RawClient.webSocketHead("/browser/x", version: 8), 400),
    ])
    func `a refused upgrade gets a whole response and the end`(_ request: String, _ status: Int) async throws {
        try await UpgradeServer.with { port in
            let text = try await RawClient.exchange(port, request)
            #expect(text.hasPrefix("HTTP/1.1 \(status) "))
            #expect(text.lowercased().contains("connection: close"))
        }
    }

    @Test func `a WebSocket behind another request is told to open a connection of its own`() async throws {
        try await UpgradeServer.with { port in
            let text = try await RawClient.exchange(
                port,
                "GET /plain HTTP/1.1\r\nHost: x\r\n\r\n" + RawClient.webSocketHead("/browser/x")
            )
            #expect(text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(text.contains("HTTP/1.1 426 Upgrade Required") && text.contains("must be the first request"))
        }
    }

    @Test func `the end of a join that failed is told once`() async throws {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        try await UpgradeServer.with(onEnd: { end.yield() }) { port in
            _ = try await RawClient.exchange(port, RawClient.webSocketHead("/browser/x"))
        }
        end.finish()
        #expect(await ends.reduce(0) { count, _ in count + 1 } == 1)
    }
}
