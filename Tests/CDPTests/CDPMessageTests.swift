import CDP
import JSON
import Testing

struct CDPMessageTests {
    private func message(_ text: String) throws -> CDPMessage { try CDPMessage(Array(text.utf8)) }

    @Test(arguments: [
        #"{"method":"A.b","params":{"id":7,"method":"x","a":"}\"]"},"sessionId":"S"}"#,
        #"{"sessionId":"S","params":{"id":7,"method":"x","a":"}\"]"},"method":"A.b"}"#,
        " {\n\"sessionId\" : \"S\" ,\t\"method\":\"A\\u002eb\", \"other\":[{\"id\":1}],\"params\":{\"id\":7,\"method\":\"x\",\"a\":\"}\\\"]\"} } \r\n",
    ])
    func `an event's head is read wherever it stands`(text: String) throws {
        let message = try message(text)
        #expect(message.method == "A.b")
        #expect(message.sessionID == "S")
        #expect(message.id == nil)
        #expect(!message.isReply)
        #expect(message.params?["id"] == 7)
        #expect(message.params?["a"] == "}\"]")
    }

    @Test func `replies carry a result or a refusal`() throws {
        let result = try message(#"{"id":3,"result":{"ok":true}}"#)
        #expect(result.isReply && result.id == 3 && result.result == ["ok": true] && !result.isRefusal)
        let refusal = try message(#"{"id":4,"error":{"code":-32601,"message":"no"},"sessionId":"S"}"#)
        #expect(refusal.isRefusal && refusal.error?["code"] == -32601 && refusal.result == nil)
    }

    @Test func `escapes at the end of a string are told apart`() throws {
        let message = try message(#"{"params":{"a":"x\\","b":"\\\"","c":"\""},"method":"M"}"#)
        #expect(message.method == "M")
        #expect(message.params == ["a": #"x\"#, "b": #"\""#, "c": "\""])
    }

    @Test(arguments: [
        "", " ", "{", "{}", "[]", "null", "1", "\"", "{\"", "{\"id", "{\"id\"", "{\"id\":", "{\"id\":}", "{\"id\":1",
        "{\"id\":1,",
        "{\"id\":1,}", "{\"id\":1}x", "{\"id\":1}{}", "{id:1}", "{\"id\":\"1\"}", "{\"id\":1.5}", "{\"method\":1}",
        "{\"method\":\"x}",
        "{\"method\":\"\\", "{\"method\":\"\\\"", "{\"params\":[[[", "{\"params\":{\"a\":\"",
        "{\"id\":99999999999999999999}", "{\"\":1}",
    ])
    func `what is no message is refused, not trapped on`(text: String) {
        #expect(throws: CDPError.self) { try message(text) }
    }

    @Test func `no cut and no changed byte of a message traps`() {
        let whole = Array(#"{"id":1,"method":"A\"b","params":{"x":[1,{"y":"\\"}]},"sessionId":"S"}"#.utf8)
        for end in whole.indices {
            _ = try? CDPMessage(Array(whole[..<end]))
            for byte in UInt8.min...UInt8.max {
                var changed = whole
                changed[end] = byte
                if let message = try? CDPMessage(changed) { _ = (message.params, message.result, message.error) }
            }
        }
    }

    @Test func `a deep body is stepped over, and is nil when asked for`() throws {
        let depth = 100_000
        let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let message = try message(#"{"params":\#(deep),"method":"M"}"#)
        #expect(message.method == "M")
        #expect(message.params == nil)
    }
}
