/// The head of one WebSocket frame (RFC 6455, section 5.2).
struct FrameHeader: Equatable {
    let isFinal: Bool
    let opcode: Opcode
    /// Bytes of payload, 0 to 2^63 - 1.
    let length: Int
    /// The masking key, in the order of the wire in the lowest four bytes; 0 in what a browser sends, which is not masked.
    let mask: UInt32

    enum Opcode: UInt8 {
        case continuation = 0
        case text = 1
        case binary = 2
        case close = 8
        case ping = 9
        case pong = 10

        var isControl: Bool { rawValue >= 8 }
    }

    /// Longest head: two bytes, eight of length, four of mask.
    static let maximumLength = 14

    /// Bytes that the head will have, as its first two tell.
    static func length(first: UInt8, second: UInt8) -> Int {
        let mask = second & 0x80 == 0 ? 0 : 4
        switch second & 0x7F {
        case 126: return 4 + mask
        case 127: return 10 + mask
        default: return 2 + mask
        }
    }

    /// Who sent a frame: clients mask theirs, servers must not (RFC 6455, section 5.1).
    enum Sender { case client, browser }

    /// Reads a whole head.
    /// - Throws: ``FrameViolation`` for what the sender may not send when no extension was agreed on.
    init(_ bytes: some Collection<UInt8>, from sender: Sender = .client) throws(FrameViolation) {
        var rest = bytes.makeIterator()
        func next() -> UInt8 { rest.next() ?? 0 }
        let (first, second) = (next(), next())
        guard first & 0x70 == 0 else { throw FrameViolation("a reserved bit is set") }
        guard let opcode = Opcode(rawValue: first & 0x0F) else {
            throw FrameViolation("unknown opcode \(first & 0x0F)")
        }
        guard (second & 0x80 != 0) == (sender == .client) else {
            throw FrameViolation(sender == .client ? "a client's frame is not masked" : "a browser's frame is masked")
        }
        let extra = second & 0x7F == 126 ? 2 : second & 0x7F == 127 ? 8 : 0
        let length = (0..<extra).reduce(extra == 0 ? UInt64(second & 0x7F) : 0) { value, _ in
            value << 8 | UInt64(next())
        }
        guard length <= UInt64(Int64.max) else { throw FrameViolation("a length above 2^63") }
        isFinal = first & 0x80 != 0
        self.opcode = opcode
        self.length = Int(length)
        mask =
            sender == .browser ? 0 : (0..<4).reduce(UInt32(0)) { value, index in value | UInt32(next()) << (8 * index) }
        guard !opcode.isControl || (isFinal && length <= 125) else {
            throw FrameViolation("a long or split control frame")
        }
    }
}

/// What a client sent against RFC 6455.
struct FrameViolation: Error, Equatable {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}
