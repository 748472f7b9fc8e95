extension JSONParser {
    /// A string (RFC 8259, section 7), with lone surrogates and invalid UTF-8 replaced by U+FFFD.
    mutating func string() throws(JSONParseError) -> String {
        position += 1
        let start = position
        skipPlain()
        guard let stop = current else { throw error("unterminated string") }
        guard stop == UInt8(ascii: "\"") else { return try stringWithEscapes(from: start) }
        position += 1
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<(position - 1)]), as: UTF8.self)
    }

    /// Steps to the next quote, backslash or control character. A local index keeps this loop tight.
    private mutating func skipPlain() {
        var index = position
        while index < bytes.count, Self.isPlain(bytes[index]) { index += 1 }
        position = index
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func stringWithEscapes(from start: Int) throws(JSONParseError) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw error("control character in a string")
            default:
                let plain = position
                skipPlain()
                text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<position]))
            }
        }
        throw error("unterminated string")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONParseError) {
        position += 1
        guard let kind = current else { throw error("unterminated string") }
        position += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            text.append(contentsOf: UTF8.encode(try unicodeEscape()) ?? UTF8.encodedReplacementCharacter)
        default: throw error("unknown escape")
        }
    }

    private mutating func unicodeEscape() throws(JSONParseError) -> Unicode.Scalar {
        let first = try hexadecimalUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let isHigh = (0xD800...0xDBFF).contains(first)
        guard isHigh, let second = try lowSurrogate() else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    /// The low surrogate that follows, or nil, with the position unchanged, where none does.
    private mutating func lowSurrogate() throws(JSONParseError) -> UInt32? {
        let start = position
        guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return nil }
        position += 2
        let unit = try hexadecimalUnit()
        if (0xDC00...0xDFFF).contains(unit) { return unit }
        position = start
        return nil
    }

    private mutating func hexadecimalUnit() throws(JSONParseError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw error("unterminated string") }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue, bytes[position] < 0x80 else {
                throw error("expected four hexadecimal digits")
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }
}
