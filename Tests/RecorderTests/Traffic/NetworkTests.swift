import JSON
import Model
import Testing

@testable import Recorder

@Suite struct NetworkTests {
    @Test(arguments: [
        "redirects", "failures", "caching", "workers", "frames", "sockets", "dialogs", "downloads", "history",
        "console",
        "csp", "popups",
    ])
    func `every request ends exactly once, after it began`(fixture: String) throws {
        var open: Set<String> = []
        for event in try Playback(fixture: fixture).events {
            guard let id = event.data["requestId"]?.stringValue else { continue }
            switch event.type {
            case .networkRequest: #expect(open.insert(id).inserted, "\(id) began twice")
            case .networkResponse, .networkFailed: #expect(open.remove(id) != nil, "\(id) ended without beginning")
            default: continue
            }
        }
        #expect(open.isEmpty)
    }

    @Test func `each hop of a redirect is a request and a response of one id`() throws {
        let playback = try Playback(fixture: "redirects")
        let answers = playback.events(.networkResponse).map { $0.data["statusCode"]?.integerValue }
        #expect(answers == [302, 200, 307, 200] || answers == [200, 302, 307, 200])
        #expect(Set(playback.texts(.networkRequest, "requestId").dropFirst()).count == 1)
        #expect(playback.texts(.networkRequest, "redirectedFrom").filter { !$0.isEmpty }.count == 2)
    }

    @Test func `failures say why`() throws {
        let playback = try Playback(fixture: "failures")
        let errors = Dictionary(
            playback.events(.networkFailed).map { ($0.data["url"]?.stringValue ?? "", $0.data) },
            uniquingKeysWith: { first, _ in first }
        )
        func error(_ path: String) -> JSONObject? { errors.first { $0.key.contains(path) }?.value }
        #expect(error("/reset")?["errorText"] == "net::ERR_CONNECTION_RESET")
        #expect(error("/cut")?["errorText"] == "net::ERR_CONTENT_LENGTH_MISMATCH")
        #expect(error("/cut")?["statusCode"] == 200)
        #expect(error("nohost.invalid")?["errorText"] == "net::ERR_NAME_NOT_RESOLVED")
        #expect(error("/slow")?["canceled"] == true)
        #expect(error("/nocors")?["corsError"] != nil)
        #expect(!playback.requestedPaths.contains { $0.contains("data:") })
        #expect(playback.requestedPaths.filter { $0.hasPrefix("OPTIONS") }.count == 2)
    }

    @Test func `the cache and its confirmation are told apart`() throws {
        let playback = try Playback(fixture: "caching")
        let cached = playback.events(.networkResponse).filter { $0.data["fromCache"] == true }
        #expect(cached.map { $0.data["url"]?.stringValue?.hasSuffix("/cached") } == [true])
        let confirmed = playback.events(.networkResponse).filter { $0.data["statusCode"] == 304 }
        #expect(confirmed.map { $0.data["url"]?.stringValue?.hasSuffix("/etag") } == [true])
    }

    @Test func `a WebSocket is a request with an answer of 101, or a failure`() throws {
        let playback = try Playback(fixture: "sockets")
        #expect(playback.events(.networkResponse).contains { $0.data["statusCode"] == 101 })
        let failed = playback.events(.networkFailed).filter { $0.data["resourceType"] == "websocket" }
        #expect(failed.map { $0.data["errorText"] }.contains("net::ERR_UNSAFE_PORT"))
        #expect(failed.compactMap { $0.data["statusCode"]?.integerValue } == [403])
    }

    @Test func `a body that nobody reads ends by its length`() throws {
        var playback = Playback()
        try playback.attachPage()
        try playback.read("Network.requestWillBeSent", Self.request("1.1"), session: "s")
        try playback.read("Network.responseReceived", Self.response("1.1", length: "5"), session: "s")
        try playback.read("Network.dataReceived", ["requestId": "1.1", "timestamp": 12, "dataLength": 5], session: "s")
        #expect(playback.events(.networkResponse).isEmpty)
        #expect(playback.actions.last == .flushLater)
        let later = Timestamp(milliseconds: playback.now.milliseconds + 500)
        playback.reader.flushLateEnds(at: later, into: &playback.actions)
        let response = try #require(playback.events(.networkResponse).first)
        #expect(response.data["bytes"] == 105 && response.data["incomplete"] == nil)
        #expect(response.durationSeconds == 2)
    }

    @Test func `what was answered but not ended when the page closes is an incomplete response`() throws {
        var playback = Playback()
        try playback.attachPage()
        try playback.read("Network.requestWillBeSent", Self.request("1.1"), session: "s")
        try playback.read("Network.requestWillBeSent", Self.request("1.2"), session: "s")
        try playback.read("Network.responseReceived", Self.response("1.1", length: "50"), session: "s")
        try playback.read("Target.detachedFromTarget", ["sessionId": "s", "targetId": "p"])
        #expect(playback.events(.networkResponse).map { $0.data["incomplete"] } == [true])
        #expect(playback.events(.networkFailed).map { $0.data["errorText"] } == ["net::ERR_ABORTED"])
    }

    @Test func `an id that is used again stays unique`() throws {
        var playback = Playback()
        try playback.attachPage()
        for timestamp: Int64 in [1, 2] {
            try playback.read("Network.requestWillBeSent", Self.request("A", at: timestamp), session: "s")
            try playback.read("Network.loadingFailed", ["requestId": "A", "errorText": "x"], session: "s")
        }
        #expect(playback.texts(.networkFailed, "requestId") == ["A", "A~2"])
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "-5"])
    func `no number of bytes ends anything`(length: String) throws {
        var playback = Playback()
        try playback.attachPage()
        var response = Self.response("1.1", length: length)
        var answer = response["response"]?.objectValue ?? [:]
        answer["encodedDataLength"] = .integer(.max)
        response["response"] = .object(answer)
        try playback.read("Network.requestWillBeSent", Self.request("1.1"), session: "s")
        try playback.read("Network.responseReceived", response, session: "s")
        let data: JSONObject = ["requestId": "1.1", "dataLength": .integer(.max), "encodedDataLength": .integer(.max)]
        for _ in 0..<3 { try playback.read("Network.dataReceived", data, session: "s") }
        playback.reader.finish(at: playback.now, into: &playback.actions)
        let bytes = playback.events(.networkResponse).map { $0.data["bytes"]?.integerValue ?? -1 }
        #expect(bytes.count == 1 && bytes[0] > 0)
    }

    private static func request(_ id: String, at timestamp: Int64 = 10) -> JSONObject {
        [
            "requestId": .string(id), "timestamp": .integer(timestamp), "wallTime": 1_795_476_000, "type": "Fetch",
            "loaderId": "L", "request": ["url": "http://site/path?x", "method": "GET"],
        ]
    }

    private static func response(_ id: String, length: String) -> JSONObject {
        let headers: JSON = ["Content-Length": .string(length)]
        return [
            "requestId": .string(id), "timestamp": 11, "type": "Fetch",
            "response": ["url": "u", "status": 200, "mimeType": "a/b", "encodedDataLength": 100, "headers": headers],
        ]
    }
}
