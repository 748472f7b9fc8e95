import NIOCore
import NIOWebSocket
import Testing
import WebSocket

@Suite(.timeLimit(.minutes(3))) struct WebSocketClientTests {
    /// Runs `body` against a server that answers each frame as `answer` says.
    private func with(
        options: WebSocketOptions = WebSocketOptions(),
        _ answer: @escaping TestServer.Answer,
        _ body: (WebSocketConnection) async throws -> Void
    ) async throws {
        let server = try await TestServer.webSocket(answer)
        let connection = try await WebSocketClient.connect(server.url + "/path?query=1", options: options)
        try await body(connection)
        await connection.close()
        await server.stop()
    }

    @Test func `text and binary messages come back as they were sent`() async throws {
        try await with({ frame, channel in channel.send(frame.opcode, frame.unmaskedData) }) { connection in
            try await connection.send("häll😀")
            try await connection.send([0, 255, 7])
            #expect(try await connection.receive() == .text("häll😀"))
            #expect(try await connection.receive() == .binary([0, 255, 7]))
        }
    }

    @Test func `a message of 100 MB is taken`() async throws {
        try await with({ _, channel in channel.send(.binary, ByteBuffer(repeating: 0x61, count: 100_000_000)) }) {
            connection in
            try await connection.send("go")
            #expect(try await connection.receive()?.count == 100_000_000)
        }
    }

    @Test func `fragments are put together, also around a ping, which is answered`() async throws {
        try await with({ frame, channel in
            switch frame.opcode {
            case .text:
                channel.send(.text, ByteBuffer(string: "one "), fin: false)
                channel.send(.ping, ByteBuffer(string: "p"))
                channel.send(.continuation, ByteBuffer(string: "two"))
            case .pong: channel.send("pong \(String(buffer: frame.unmaskedData))")
            default: break
            }
        }) { connection in
            try await connection.send("go")
            #expect(try await connection.receive() == .text("one two"))
            #expect(try await connection.receive() == .text("pong p"))
        }
    }

    @Test func `the server's close frame ends the messages after those that came before it`() async throws {
        try await with({ frame, channel in
            guard frame.opcode == .text else { return }
            channel.send("last")
            channel.send(.connectionClose, ByteBuffer(bytes: [0x03, 0xE8]))
        }) { connection in
            try await connection.send("go")
            var messages: [WebSocketMessage] = []
            for try await message in connection.messages { messages.append(message) }
            #expect(messages == [.text("last")])
        }
    }

    @Test func `a line that breaks is an error, and so is sending on it`() async throws {
        try await with({ _, channel in channel.close(promise: nil) }) { connection in
            try await connection.send("go")
            await #expect(throws: WebSocketError.self) { try await connection.receive() }
            await #expect(throws: WebSocketError.self) { try await connection.send("more") }
        }
    }

    @Test func `text that is not UTF-8 is a violation`() async throws {
        try await with({ _, channel in channel.send(.text, ByteBuffer(bytes: [0xFF])) }) { connection in
            try await connection.send("go")
            let error = await #expect(throws: WebSocketError.self) { try await connection.receive() }
            #expect(error?.code == .violation)
        }
    }

    @Test(arguments: [true, false]) func `a message above the limit ends the connection`(inFragments: Bool) async throws
    {
        var options = WebSocketOptions()
        options.maximumMessage = 1000
        try await with(
            options: options,
            { _, channel in
                channel.send(.text, ByteBuffer(repeating: 0x61, count: inFragments ? 600 : 1001), fin: !inFragments)
                if inFragments { channel.send(.continuation, ByteBuffer(repeating: 0x61, count: 600)) }
            }
        ) { connection in
            try await connection.send("go")
            let error = await #expect(throws: WebSocketError.self) { try await connection.receive() }
            #expect(error?.code == .violation)
        }
    }

    @Test func `a reader that is slow gets everything, in order`() async throws {
        try await with({ _, channel in for number in 0..<5000 { channel.send("\(number)") } }) { connection in
            try await connection.send("go")
            for number in 0..<5000 { #expect(try await connection.receive() == .text("\(number)")) }
        }
    }

    @Test func `a cancelled reader leaves the connection in use`() async throws {
        try await with({ frame, channel in channel.send(frame.opcode, frame.unmaskedData) }) { connection in
            let reader = Task { try await connection.receive() }
            reader.cancel()
            await #expect(throws: CancellationError.self) { try await reader.value }
            try await connection.send("still")
            #expect(try await connection.receive() == .text("still"))
        }
    }
}
