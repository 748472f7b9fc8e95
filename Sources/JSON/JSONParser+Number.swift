#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONParser {
    /// A number (RFC 8259, section 6).
    mutating func number() throws(JSONParseError) -> JSON {
        if let integer = shortInteger() { return .integer(integer) }
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let integerStart = position
        try digits()
        if bytes[integerStart] == UInt8(ascii: "0"), position > integerStart + 1 { throw error("leading zero") }
        let isInteger = try fractionAndExponentAreAbsent()
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger, let integer = Int64(text) { return .integer(integer) }
        guard let double = Double(text), double.isFinite else { throw error("number out of range") }
        return .number(double)
    }

    /// An integer of at most 18 digits, which is what nearly all numbers are; nil, with the position unchanged, for every other.
    private mutating func shortInteger() -> Int64? {
        var index = position
        let isNegative = current == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var value: Int64 = 0
        while index < bytes.count, index - first <= 18, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 {
            value = value &* 10 &+ Int64(digit)
            index += 1
        }
        let count = index - first
        guard count > 0, count <= 18, count == 1 || bytes[first] != UInt8(ascii: "0") else { return nil }
        if index < bytes.count, ".eE".utf8.contains(bytes[index]) { return nil }
        position = index
        return isNegative ? -value : value
    }

    private mutating func fractionAndExponentAreAbsent() throws(JSONParseError) -> Bool {
        var absent = true
        if current == UInt8(ascii: ".") {
            absent = false
            position += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            absent = false
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return absent
    }

    private mutating func digits() throws(JSONParseError) {
        let start = position
        while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        guard position > start else { throw error("expected a value") }
    }
}
