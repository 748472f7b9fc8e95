/// The boundary of a `Content-Type: multipart/form-data; boundary=...` (RFC 2046, section 5.1.1).
public struct MultipartBoundary: Sendable, Equatable {
    /// 1 to 70 characters of those that the RFC allows.
    public let text: String

    /// Nil for another media type, and without a usable boundary.
    public init?(contentType: String) {
        let parts = contentType.split(separator: ";", omittingEmptySubsequences: false)
        guard let type = parts.first, Self.trimmed(type).lowercased() == "multipart/form-data" else { return nil }
        let boundaries = parts.dropFirst().compactMap { part -> Substring? in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return pair.count == 2 && Self.trimmed(pair[0]).lowercased() == "boundary" ? Self.trimmed(pair[1]) : nil
        }
        guard boundaries.count == 1, var text = boundaries.first else { return nil }
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        guard (1...70).contains(text.utf8.count), text.last != " ", text.utf8.allSatisfy(Self.isAllowed) else {
            return nil
        }
        self.text = String(text)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
