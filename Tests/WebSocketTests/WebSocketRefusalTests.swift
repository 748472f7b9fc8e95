import Testing
import WebSocket

@Suite(.timeLimit(.minutes(3))) struct WebSocketRefusalTests {
    @Test(arguments: [(401, "Unauthorized"), (404, "Not Found"), (502, "Bad Gateway")])
    func `a refusal has the server's status and body`(_ status: Int, _ name: String) async throws {
        let body = #"{"code":"auth.required"}"#
        let server = try await TestServer.raw(
            "HTTP/1.1 \(status) \(name)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        let error = await #expect(throws: WebSocketError.self) { _ = try await WebSocketClient.connect(server.url) }
        #expect(error?.code == .refused)
        #expect(error?.status == status)
        #expect(error?.body == body)
        await server.stop()
    }

    @Test func `a refusal whose body does not end is one when the time is up`() async throws {
        let server = try await TestServer.raw("HTTP/1.1 503 Busy\r\nContent-Length: 9\r\n\r\nwait", closes: false)
        var options = WebSocketOptions()
        options.timeout = .milliseconds(200)
        let error = await #expect(throws: WebSocketError.self) {
            _ = try await WebSocketClient.connect(server.url, options: options)
        }
        #expect(error?.code == .refused && error?.status == 503 && error?.body == "wait")
        await server.stop()
    }

    @Test func `a server that speaks something else, or nothing, is unreachable`() async throws {
        let server = try await TestServer.raw("SSH-2.0\r\n")
        let error = await #expect(throws: WebSocketError.self) { _ = try await WebSocketClient.connect(server.url) }
        #expect(error?.code == .unreachable)
        await server.stop()
        let gone = await #expect(throws: WebSocketError.self) { _ = try await WebSocketClient.connect(server.url) }
        #expect(gone?.code == .unreachable)
    }

    @Test(arguments: [
        "http://a/", "wss://a/", "ws://", "ws://a:0/", "ws://a:70000/", "ws://u@a/", "ws://a/ b", "ws://a/#f",
        "ws://[::1/", "",
    ])
    func `an address that is no plain WebSocket URL is refused`(_ url: String) async {
        let error = await #expect(throws: WebSocketError.self) { _ = try await WebSocketClient.connect(url) }
        #expect(error?.code == .badAddress)
    }
}
