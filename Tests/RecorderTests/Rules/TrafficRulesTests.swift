import JSON
import Model
import Testing

@testable import Recorder

@Suite struct TrafficRulesTests {
    @Test(arguments: [
        ("example.com", "https://example.com/", true), ("example.com", "https://cdn.example.com:8443/x?y", true),
        ("example.com", "https://notexample.com/", false), ("*.example.com", "http://a.example.com/", true),
        ("*/ads/*", "https://x.org/ads/1", true), ("https://example.com/a", "https://example.com/a?b=1", true),
        ("https://example.com/a", "http://example.com/a", false),
        ("http://127.0.0.1:80/x", "http://127.0.0.1:81/x", false),
        ("127.0.0.1", "http://user:pw@127.0.0.1:9/x#y", true), ("*", "https://anything.example/", true),
    ])
    func `a rule matches what it names`(rule: String, url: String, matches: Bool) {
        #expect(URLRule.patterns(rule).contains { URLPattern($0).matches(url) } == matches)
    }

    @Test func `the block list comes before the allow list, and what neither names is refused`() {
        let rules = TrafficRules(NetworkTraffic(urlBlocklist: ["bad.good.com"], urlAllowlist: ["good.com"]))
        #expect(rules.refuses("Document", "https://bad.good.com/"))
        #expect(!rules.refuses("Document", "https://www.good.com/"))
        #expect(rules.refuses("Document", "https://other.com/"))
        #expect(rules.commands.map(\.method) == ["Network.setBlockedURLs", "Fetch.enable"])
    }

    @Test func `a picture that we fetch ourselves keeps to the rules`() {
        let rules = TrafficRules(NetworkTraffic(urlBlocklist: ["bad.com"]))
        #expect(rules.refusesImage("https://bad.com/favicon.ico"))
        #expect(!rules.refusesImage("https://good.com/favicon.ico"))
        #expect(TrafficRules(NetworkTraffic(blockResourceTypes: [.image])).refusesImage("https://good.com/i.png"))
    }

    @Test func `without rules nothing is asked of the browser`() {
        #expect(TrafficRules().commands.isEmpty)
    }

    @Test func `kinds are refused by the saver and by name`() {
        let rules = TrafficRules(NetworkTraffic(saver: .light, blockResourceTypes: [.font]))
        #expect(rules.refuses("Media", "u") && rules.refuses("Font", "u") && !rules.refuses("Image", "u"))
    }

    @Test func `rare kinds are asked about under the names that the browser takes`() throws {
        let rules = TrafficRules(NetworkTraffic(blockResourceTypes: [.texttrack, .prefetch]))
        let patterns = try #require(rules.commands.first?.params["patterns"]?.arrayValue)
        #expect(patterns.compactMap { $0["resourceType"]?.stringValue } == ["Fetch", "Media"])
        #expect(rules.refuses("TextTrack", "u") && !rules.refuses("Media", "u") && !rules.refuses("Fetch", "u"))
    }

    @Test func `prefetches are refused and fetches go on`() throws {
        var playback = Playback(rules: TrafficRules(NetworkTraffic(saver: .light)))
        try playback.attachPage()
        for headers: JSON in [["Sec-Purpose": "prefetch;prerender"], [:]] {
            let request: JSON = ["url": "https://example.com/", "headers": headers]
            let params: JSONObject = ["requestId": "1", "resourceType": "Fetch", "request": request]
            try playback.read("Fetch.requestPaused", params, session: "s")
        }
        let answers = playback.actions.compactMap { action -> String? in
            guard case .send(let method, _, _) = action, method.hasSuffix("Request") else { return nil }
            return method
        }
        #expect(answers == ["Fetch.failRequest", "Fetch.continueRequest"])
    }

    @Test func `a proxy's challenge is answered once, others are left to the page`() throws {
        let proxy = ProxyServer(scheme: .http, host: "h", port: 1, username: "u", password: "secret-password")
        var playback = Playback(rules: TrafficRules(NetworkTraffic(), proxy: proxy))
        try playback.attachPage()
        for source in ["Server", "Proxy", "Proxy"] {
            let challenge: JSON = ["source": .string(source)]
            try playback.read("Fetch.authRequired", ["requestId": "1", "authChallenge": challenge], session: "s")
        }
        let answers = playback.actions.compactMap { action -> String? in
            guard case .send("Fetch.continueWithAuth", let params, _) = action else { return nil }
            return params["authChallengeResponse"]?["response"]?.stringValue
        }
        #expect(answers == ["Default", "ProvideCredentials", "CancelAuth"])
        #expect(Redaction().hiding(proxy).text("it is secret-password") == "it is REDACTED")
    }
}
