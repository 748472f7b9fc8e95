import Testing

@testable import CDPProxy

@Suite struct FrameParserTests {
    /// The messages of `bytes`, fed in pieces whose lengths `piece` gives.
    private func messages(_ bytes: [UInt8], piece: () -> Int = { Int.max }) throws -> [FrameParser.Message] {
        var parser = FrameParser()
        var found: [FrameParser.Message] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(piece()))
            rest = rest.dropFirst(part.count)
            try part.withUnsafeBytes { buffer in try parser.read(buffer) { found.append($0) } }
        }
        return found
    }

    private func texts(_ bytes: [UInt8]) throws -> [String] {
        try messages(bytes).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [0, 1, 7, 125, 126, 127, 65535, 65536, 100_000])
    func `a message of every length form is unmasked`(_ length: Int) throws {
        let payload = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try messages(ClientFrames.frame(payload)) == [FrameParser.Message(bytes: payload, length: length)])
    }

    @Test func `fragments are joined around control frames`() throws {
        let bytes =
            ClientFrames.frame(Array("one ".utf8), isFinal: false) + ClientFrames.frame([1, 2], opcode: 9)
            + ClientFrames.frame(Array("two ".utf8), opcode: 0, isFinal: false) + ClientFrames.frame([], opcode: 10)
            + ClientFrames.frame(Array("three".utf8), opcode: 0, mask: [9, 8, 7, 6]) + ClientFrames.text("next")
        #expect(try texts(bytes) == ["one two three", "next"])
    }

    @Test func `what has come of a message is its payload alone`() throws {
        var parser = FrameParser()
        func read(_ bytes: [UInt8]) throws -> Int {
            try bytes.withUnsafeBytes { try parser.read($0) { _ in } }
            return parser.received
        }
        #expect(try read(ClientFrames.frame([1, 2, 3], isFinal: false)) == 3)
        #expect(try read(ClientFrames.frame([9, 9], opcode: 9)) == 3)
        #expect(try read(ClientFrames.frame([4], opcode: 0)) == 4)
        #expect(try read(ClientFrames.frame([1], opcode: 2)) == 1)
    }

    @Test func `binary messages are passed over, also in fragments`() throws {
        let bytes =
            ClientFrames.frame([1], opcode: 2) + ClientFrames.frame([2], opcode: 2, isFinal: false)
            + ClientFrames.frame([3], opcode: 0) + ClientFrames.text("text")
        #expect(try texts(bytes) == ["text"])
    }

    @Test(arguments: [1, 4096, 70_000])
    func `of a message above the limit its beginning is kept`(_ piece: Int) throws {
        let payload = [UInt8](repeating: 0x61, count: FrameParser.maximumMessage + 1)
        let long = piece == 1 ? Array(payload) : payload
        let found = try messages(
            ClientFrames.frame(long) + ClientFrames.text("next"),
            piece: { piece == 1 ? 100_000 : piece }
        )
        #expect(found.map(\.length) == [payload.count, 4])
        #expect(found.map(\.isTruncated) == [true, false])
        #expect(found.first?.bytes.count == FrameParser.keptOfLonger)
    }

    @Test func `a message that grows above the limit by fragments is cut as well`() throws {
        let part = [UInt8](repeating: 0x61, count: 600 * 1024)
        let found = try messages(ClientFrames.frame(part, isFinal: false) + ClientFrames.frame(part, opcode: 0))
        #expect(found.first?.length == 2 * part.count)
        #expect(found.first?.bytes.count == FrameParser.keptOfLonger)
    }

    @Test(
        arguments: [
            ([0x81, 0x01, 0x61], "a client's frame is not masked"),
            ([0xC1, 0x80, 0, 0, 0, 0], "a reserved bit is set"),
            ([0x83, 0x80, 0, 0, 0, 0], "unknown opcode 3"),
            ([0x09, 0x80, 0, 0, 0, 0], "a long or split control frame"),
            ([0x89, 0xFE, 0, 126, 0, 0, 0, 0], "a long or split control frame"),
            ([0x80, 0x80, 0, 0, 0, 0], "a continuation of nothing"),
            ([0x01, 0x80, 0, 0, 0, 0, 0x81, 0x80, 0, 0, 0, 0], "a new message inside a split one"),
            ([0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "a length above 2^63"),
        ] as [([UInt8], String)]
    )
    func `what no client may send is a violation, once`(_ bytes: [UInt8], _ reason: String) {
        var parser = FrameParser()
        let first = Result { try bytes.withUnsafeBytes { buffer in try parser.read(buffer) { _ in } } }
        let error = #expect(throws: FrameViolation.self) { try first.get() }
        #expect(error?.reason == reason)
        let later = Result {
            try ClientFrames.text("later").withUnsafeBytes { buffer in
                try parser.read(buffer) { _ in Issue.record("read on after a violation") }
            }
        }
        #expect(throws: Never.self) { try later.get() }
    }

    @Test(arguments: 0..<60)
    func `the same messages are found however the bytes are cut`(_ seed: Int) throws {
        var generator = Seeded(state: UInt64(seed))
        var bytes: [UInt8] = []
        var expected: [FrameParser.Message] = []
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            let payload = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let cut = Int.random(in: 0...payload.count, using: &generator)
            let mask = (0..<4).map { _ in UInt8.random(in: 0...255, using: &generator) }
            bytes += ClientFrames.frame(Array(payload[..<cut]), isFinal: false, mask: mask)
            if Bool.random(using: &generator) { bytes += ClientFrames.frame([0], opcode: 9) }
            bytes += ClientFrames.frame(Array(payload[cut...]), opcode: 0, mask: mask)
            expected.append(FrameParser.Message(bytes: payload, length: payload.count))
        }
        #expect(try messages(bytes, piece: { Int.random(in: 1...50, using: &generator) }) == expected)
    }

    @Test(arguments: 0..<200)
    func `random bytes never trap and never grow beyond the limit`(_ seed: Int) {
        var generator = Seeded(state: UInt64(seed))
        var parser = FrameParser()
        for _ in 0..<20 {
            let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
            do {
                try bytes.withUnsafeBytes { buffer in
                    try parser.read(buffer) { #expect($0.bytes.count <= FrameParser.maximumMessage) }
                }
            } catch { continue }
        }
    }
}
