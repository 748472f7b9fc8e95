import SSE
import Testing

@Suite struct EventStreamWriterTests {
    private func written(_ write: (inout EventStreamWriter) -> Void) -> String {
        var writer = EventStreamWriter()
        write(&writer)
        return String(decoding: writer.take(), as: UTF8.self)
    }

    @Test func `an event has its name, its id and its data in this order`() {
        let text = written { $0.write(event: "console.message", id: "7", data: #"{"a":1}"#) }
        #expect(text == "event: console.message\nid: 7\ndata: {\"a\":1}\n\n")
    }

    @Test func `an unnamed event without an id is a data line alone`() {
        #expect(written { $0.write(line: Array("{}".utf8)) } == "data: {}\n\n")
    }

    @Test(arguments: ["a\nb", "a\r\nb", "a\rb"])
    func `every line of the data becomes a line of the stream`(_ data: String) {
        #expect(written { $0.write(data: data) } == "data: a\ndata: b\n\n")
    }

    @Test func `a name or an id cannot break out of its line`() {
        let text = written { $0.write(event: "a\r\nid: 9", id: "1\n\u{0}2", data: "x") }
        #expect(text == "event: aid: 9\nid: 12\ndata: x\n\n")
    }

    @Test func `comments stand alone`() {
        #expect(written { $0.comment("still here") } == ": still here\n\n")
    }

    @Test func `taking the bytes empties the writer`() {
        var writer = EventStreamWriter()
        writer.write(data: "x")
        #expect(writer.take().count == 9)
        #expect(writer.bytes.isEmpty)
    }
}
