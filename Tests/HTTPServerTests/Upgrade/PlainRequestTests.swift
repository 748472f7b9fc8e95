import HTTPServer
import NIOCore
import Testing

/// What the gate does to plain requests: as little as possible.
@Suite(.timeLimit(.minutes(3))) struct PlainRequestTests {
    private func count(_ part: String, in text: String) -> Int {
        text.split(separator: part, omittingEmptySubsequences: false).count - 1
    }

    @Test func `requests that come at once are answered in order on one connection`() async throws {
        try await UpgradeServer.with { port in
            let request = "GET /plain HTTP/1.1\r\nHost: x\r\n\r\n"
            let text = try await RawClient.exchange(port, request + request + request, halfClose: true)
            #expect(count("HTTP/1.1 200 OK", in: text) == 3)
        }
    }

    @Test(arguments: ["GET /plain HTTP/1.1\r\nContent-Length: 0\r\n", "POST /length HTTP/1.1\r\nContent-Length: 3\r\n"])
    func `an upgrade to HTTP2 stays a plain request`(_ start: String) async throws {
        try await UpgradeServer.with { port in
            let fields =
                "Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"
            let text = try await RawClient.exchange(port, start + fields + (start.hasPrefix("POST") ? "abc" : ""))
            #expect(text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(text.hasSuffix("plain") || text.hasSuffix("3"))
            #expect(text.lowercased().contains("connection: close"))
        }
    }

    @Test(arguments: [
        ("BLAH\r\n\r\n", 400), ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        ("GET /plain HTTP/1.1\r\nA: " + String(repeating: "a", count: 20_000) + "\r\n\r\n", 431),
        ("GET /" + String(repeating: "a", count: 20_000) + " HTTP/1.1\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\n" + String(repeating: "a: b\r\n", count: 101) + "\r\n", 431),
        ("POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", 400),
    ])
    func `what is no request gets an error body and the end`(_ request: String, _ status: Int) async throws {
        try await UpgradeServer.with { port in
            let text = try await RawClient.exchange(port, request)
            #expect(text.hasPrefix("HTTP/1.1 \(status) "))
            #expect(text.contains("\"requestId\"") && text.contains("x-request-id: "))
            #expect(text.contains("Content-Type: application/json") && text.contains("Connection: close"))
        }
    }

    @Test func `a bad request waits for the answers before it`() async throws {
        try await UpgradeServer.with { port in
            let text = try await RawClient.exchange(port, "GET /plain HTTP/1.1\r\nHost: x\r\n\r\nBLAH\r\n\r\n")
            #expect(text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(count("HTTP/1.1 400 Bad Request", in: text) == 1)
        }
    }

    @Test func `a head that comes too slowly is cut off`() async throws {
        var configuration = UpgradeConfiguration()
        configuration.headTimeout = .milliseconds(100)
        try await UpgradeServer.with(configuration: configuration) { port in
            let text = try await RawClient.exchange(port, "GET /pl")
            #expect(text.hasPrefix("HTTP/1.1 408 "))
        }
    }
}
