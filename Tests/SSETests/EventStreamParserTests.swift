import SSE
import Testing

@Suite struct EventStreamParserTests {
    private func frames(_ text: String) throws -> [EventStreamFrame] {
        var parser = EventStreamParser()
        return try parser.read(text.utf8)
    }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func `lines may end in LF, CR or CRLF`(_ end: String) throws {
        let text = ["event: a", "id: 1", "data: x", "", "data: y", "", ""].joined(separator: end)
        #expect(
            try frames(text) == [
                EventStreamFrame(event: "a", data: "x", lastEventID: "1"),
                EventStreamFrame(data: "y", lastEventID: "1"),
            ]
        )
    }

    @Test func `several data lines are joined and one blank after the colon is left out`() throws {
        #expect(try frames("data:a\ndata:  b\ndata\n\n").map(\.data) == ["a\n b\n"])
    }

    @Test func `a byte order mark at the start is passed over`() throws {
        #expect(try frames("\u{FEFF}data: x\n\n").map(\.data) == ["x"])
    }

    @Test func `comments, unknown fields and events without data give nothing`() throws {
        #expect(try frames(": hello\n\nfoo: bar\n\nevent: empty\n\ndata: x\n\n") == [EventStreamFrame(data: "x")])
    }

    @Test func `an id with NUL is ignored and an empty one resets`() throws {
        #expect(
            try frames("id: 4\ndata: a\n\nid: 5\u{0}\ndata: b\n\nid\ndata: c\n\n").map(\.lastEventID) == ["4", "4", ""]
        )
    }

    @Test func `an event that the end cuts off is dropped and its id does not count`() throws {
        var parser = EventStreamParser(lastEventID: "3")
        #expect(try parser.read("id: 4\ndata: x\n".utf8).isEmpty)
        #expect(parser.lastEventID == "3")
    }

    @Test func `retry takes digits only`() throws {
        var parser = EventStreamParser()
        _ = try parser.read("retry: 1500\n\nretry: 12a\n\nretry: -1\n\n".utf8)
        #expect(parser.retryMilliseconds == 1500)
    }

    @Test func `bytes that are not UTF-8 become replacement characters`() throws {
        var parser = EventStreamParser()
        #expect(try parser.read(Array("data: ".utf8) + [0xFF, 10, 10]).map(\.data) == ["\u{FFFD}"])
    }

    @Test func `an event beyond the limit is refused`() throws {
        var parser = EventStreamParser(maximumEvent: 10)
        #expect(throws: EventStreamParser.Overflow.self) { try parser.read("data: 12345678\n\n".utf8) }
        var lines = EventStreamParser(maximumEvent: 10)
        #expect(throws: EventStreamParser.Overflow.self) { try lines.read("data: 123\ndata: 123\ndata: 123\n\n".utf8) }
    }
}
