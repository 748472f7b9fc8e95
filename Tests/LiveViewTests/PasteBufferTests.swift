import Testing

@testable import LiveView

@Suite struct PasteBufferTests {
    @Test func `parts become one text`() {
        var buffer = PasteBuffer()
        #expect(buffer.add("a", hasMore: true) == .waiting)
        #expect(buffer.add("b", hasMore: true) == .waiting)
        #expect(buffer.add("c", hasMore: false) == .whole("abc"))
        #expect(buffer.add("d", hasMore: false) == .whole("d"))
    }

    @Test func `a text that is too long is refused once, and the next is taken`() {
        var buffer = PasteBuffer()
        let half = String(repeating: "x", count: PasteBuffer.sizeLimit / 2)
        for part in [half, half, "x"] { #expect(buffer.add(part, hasMore: true) == .waiting) }
        #expect(buffer.add("y", hasMore: false) == .tooLong)
        #expect(buffer.add("z", hasMore: false) == .whole("z"))
    }
}
