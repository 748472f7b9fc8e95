import API
import JSON
import Testing

@testable import HTTPServer

@Suite struct AccessTests {
    @Test(arguments: [
        "localhost", "localhost:8787", "127.0.0.1:1", "[::1]:80", "10.0.0.1", "martlet.example", "a.localhost",
    ])
    func `known hosts may reach browsers`(host: String) throws {
        try HostRule(publicHost: "martlet.example", allowedOrigins: []).check(authority: host, origin: nil)
    }

    @Test(arguments: [
        nil, "", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "1.2.3.999", "[evil]",
    ])
    func `foreign hosts may not`(host: String?) {
        let rule = HostRule(publicHost: nil, allowedOrigins: [])
        let error = #expect(throws: APIError.self) { try rule.check(authority: host, origin: nil) }
        #expect(error?.code == .authForbidden)
    }

    @Test func `an origin must be configured`() throws {
        let rule = HostRule(publicHost: nil, allowedOrigins: ["https://a.example"])
        try rule.check(authority: "localhost", origin: "https://a.example")
        #expect(throws: APIError.self) { try rule.check(authority: "localhost", origin: "null") }
    }

    @Test func `addresses are the public ones, else those that the request came by`() {
        let open = Addresses(ServerSettings(host: "0.0.0.0", port: 0))
        open.listens(on: 9)
        #expect(open.http(authority: "martlet:8080") == "http://martlet:8080")
        #expect(open.websocket(authority: "evil\"/") == "ws://127.0.0.1:9")
        let named = Addresses(ServerSettings(publicURL: "https://m.example/"))
        #expect(named.websocket(authority: "x") == "wss://m.example" && named.publicHost == "m.example")
    }

    @Test func `the browser's addresses are replaced by ours`() {
        let page: JSON = [
            "id": "A", "devtoolsFrontendUrl": "x", "webSocketDebuggerUrl": "ws://127.0.0.1:9222/devtools/page/A",
        ]
        let rewritten = DiscoveryAddresses(base: "ws://h/cdp/r/t").rewrite([page])
        #expect(rewritten == [["id": "A", "webSocketDebuggerUrl": "ws://h/cdp/r/t/devtools/page/A"]])
    }
}
