import CDP
import JSON
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(3)))
struct CDPConnectionTests {
    let transport = ScriptedTransport()

    /// Runs a test beside the one reader, which hands out what it read.
    private func connected<Value: Sendable>(
        _ body: @Sendable (CDPConnection) async throws -> Value
    ) async throws -> (value: Value, read: [CDPMessage]) {
        let connection = CDPConnection(transport: transport)
        let reading = Task {
            var read: [CDPMessage] = []
            while let messages = await connection.receive() { read += messages }
            return read
        }
        defer { connection.close() }
        let value = try await body(connection)
        connection.close()
        return (value, await reading.value)
    }

    @Test func `a call gets its own reply and nobody else does`() async throws {
        let (result, read) = try await connected { connection in
            async let first = connection.call("A.a", ["x": 1], session: "S")
            let one = await transport.sent(1)[0]
            async let second = connection.call("B.b")
            let two = await transport.sent(2)[1]
            #expect(one.method == "A.a" && one.params == ["x": 1] && one.sessionID == "S")
            #expect(two.params == nil && two.sessionID == nil)
            transport.come(#"{"method":"E.e","params":{}}"#)
            transport.come(#"{"id":\#(two.id ?? 0),"result":{"n":2}}"#)
            transport.come(#"{"id":\#(one.id ?? 0),"result":{"n":1},"sessionId":"S"}"#)
            return try await [first["n"], second["n"]]
        }
        #expect(result == [1, 2])
        #expect(read.map(\.method) == ["E.e"])
    }

    @Test func `replies to plain sends come out of receive`() async throws {
        let (id, read) = try await connected { connection in
            let id = connection.send("A.a")
            transport.come(#"{"id":\#(id),"result":{}}"#)
            return id
        }
        #expect(read.map(\.id) == [id])
        #expect(transport.sent.map(\.id) == [id])
    }

    @Test func `a refusal has the browser's words`() async throws {
        _ = try await connected { connection in
            let call = Task { try await connection.call("A.a") }
            let id = await transport.sent(1)[0].id ?? 0
            transport.come(#"{"id":\#(id),"error":{"code":-32601,"message":"'A.a' wasn't found"}}"#)
            let expected = CDPError(.refused, "'A.a' wasn't found", method: "A.a", browserCode: -32601)
            await #expect(throws: expected) { try await call.value }
        }
    }

    @Test(arguments: [Duration.zero, .milliseconds(5)])
    func `a call ends with its time, and its late reply is forgotten`(timeout: Duration) async throws {
        let (_, read) = try await connected { connection in
            let error = await #expect(throws: CDPError.self) { try await connection.call("A.a", timeout: timeout) }
            #expect(error?.code == .timeout)
            transport.come(#"{"id":\#(transport.sent[0].id ?? 0),"result":{}}"#)
        }
        #expect(read.isEmpty)
    }

    @Test func `a cancelled call ends`() async throws {
        _ = try await connected { connection in
            let task = Task { try await connection.call("A.a", timeout: .seconds(50)) }
            _ = await transport.sent(1)
            task.cancel()
            let error = await #expect(throws: CDPError.self) { try await task.value }
            #expect(error?.code == .cancelled)
        }
    }

    @Test(arguments: [true, false])
    func `when the line closes, calls fail, also later ones`(byPeer: Bool) async throws {
        _ = try await connected { connection in
            let tasks = (0..<100).map { _ in Task { try await connection.call("A.a", timeout: .seconds(50)) } }
            _ = await transport.sent(100)
            if byPeer { transport.close() } else { connection.close() }
            for task in tasks {
                let error = await #expect(throws: CDPError.self) { try await task.value }
                #expect(error?.code == .closed)
            }
            let error = await #expect(throws: CDPError.self) { try await connection.call("A.a", timeout: .seconds(50)) }
            #expect(error?.code == .closed)
        }
    }

    @Test func `what is no message is skipped and told`() async throws {
        let malformed = Mutex(0)
        let connection = CDPConnection(transport: transport) { _ in malformed.withLock { $0 += 1 } }
        for text in ["", "{", "[1]", #"{"id":"x"}"#, #"{"method":"E.e"}"#] { transport.come(text) }
        #expect(await connection.receive()?.map(\.method) == ["E.e"])
        #expect(malformed.withLock { $0 } == 4)
    }
}
