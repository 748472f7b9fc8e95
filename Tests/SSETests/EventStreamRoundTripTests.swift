import SSE
import Testing

@Suite struct EventStreamRoundTripTests {
    @Test(arguments: 0..<50)
    func `what is written is read back however it is cut`(_ seed: Int) throws {
        var generator = Seeded(state: UInt64(seed) &+ 1)
        var writer = EventStreamWriter()
        var expected: [EventStreamFrame] = []
        for number in 0..<Int.random(in: 1...40, using: &generator) {
            let data = Self.text(&generator)
            let event = Bool.random(using: &generator) ? "kind.\(number)" : nil
            writer.write(event: event, id: "\(number)", data: data)
            if Bool.random(using: &generator) { writer.comment("between") }
            expected.append(EventStreamFrame(event: event ?? "message", data: data, lastEventID: "\(number)"))
        }
        #expect(try Self.parsed(writer.take(), &generator) == expected)
    }

    private static func text(_ generator: inout Seeded) -> String {
        let letters: [Character] = ["a", ":", " ", "\n", "é", "😀", "{", "\u{FEFF}"]
        return String(
            (0..<Int.random(in: 0...30, using: &generator)).compactMap { _ in letters.randomElement(using: &generator) }
        )
    }

    private static func parsed(_ bytes: [UInt8], _ generator: inout Seeded) throws -> [EventStreamFrame] {
        var parser = EventStreamParser()
        var rest = bytes[...]
        var frames: [EventStreamFrame] = []
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...9, using: &generator))
            rest = rest.dropFirst(piece.count)
            frames += try parser.read(piece)
        }
        return frames
    }
}

/// A small generator (splitmix64), so that a failing case can be run again.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
