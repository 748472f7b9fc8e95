#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONParser {
    /// A number (RFC 8259, section 6).
    mutating func number() throws(JSONParseError) -> JSON {
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
