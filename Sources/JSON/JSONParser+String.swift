extension JSONParser {
    /// A string (RFC 8259, section 7), with lone surrogates and invalid UTF-8 replaced by U+FFFD.
    mutating func string() throws(JSONParseError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return text
            case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
            case 0..<0x20: throw error("control character in a string")
            default: position += 1
            }
        }
        throw error("unterminated string")
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
                text.append(byte)
                position += 1
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
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try unicodeEscape()).utf8))
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
        guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
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
