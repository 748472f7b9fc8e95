extension RedactionScanner {
    private static let longestName = 64

    /// The value of a query parameter (`name=value`) on the list. The name may be percent-encoded.
    func parameter(at start: Int) -> Range<Int>? {
        var end = start
        while end < bytes.count, end - start <= Self.longestName, Self.isName(bytes[end]) { end += 1 }
        guard end < bytes.count, end > start, bytes[end] == UInt8(ascii: "=") else { return nil }
        guard redaction.parameters.contains(name(start..<end)) else { return nil }
        return (end + 1)..<valueEnd(from: end + 1)
    }

    /// In lower case, percent-decoded.
    private func name(_ range: Range<Int>) -> String {
        var name: [UInt8] = []
        var position = range.lowerBound
        while position < range.upperBound {
            if bytes[position] == UInt8(ascii: "%"), position + 2 < range.upperBound,
                let byte = UInt8(String(decoding: bytes[(position + 1)...(position + 2)], as: UTF8.self), radix: 16)
            {
                name.append(byte)
                position += 3
            } else {
                name.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private func valueEnd(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "#") || endsURL($0) } ?? bytes.count
    }

    /// What stands between `//` and the last `@` of a URL's authority (RFC 3986, section 3.2.1).
    func userInfo(at start: Int) -> Range<Int>? {
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "/") else {
            return nil
        }
        let authority = bytes[(start + 2)...].prefix { !"/?#\\".utf8.contains($0) && !endsURL($0) }
        return authority.lastIndex(of: UInt8(ascii: "@")).map { authority.startIndex..<$0 }
    }

    /// The token of `/cdp/{runId}/{token}`.
    func connectToken(at start: Int) -> Range<Int>? {
        guard start + 4 <= bytes.count, bytes[start..<(start + 4)].elementsEqual("cdp/".utf8) else { return nil }
        let run = bytes[(start + 4)...].prefix { Self.isHexadecimal($0) || $0 == UInt8(ascii: "-") }
        guard run.count == 36, run.endIndex < bytes.count, bytes[run.endIndex] == UInt8(ascii: "/") else { return nil }
        let token = bytes[(run.endIndex + 1)...].prefix(while: Self.isToken)
        return token.startIndex..<token.endIndex
    }

    /// The credentials after `Bearer` or `Basic` (RFC 9110, section 11.4).
    ///
    /// The words occur in plain English too ("basic authentication"), so what follows must be 8 bytes or more and look
    /// made: a digit, a capital inside, one of `_ ~ + / =`, or 20 bytes.
    func credentials(at start: Int) -> Range<Int>? {
        guard start == 0 || !Self.isToken(bytes[start - 1]) else { return nil }
        guard let end = scheme("bearer", at: start) ?? scheme("basic", at: start) else { return nil }
        let value = bytes[end...].drop { $0 == 0x20 }.prefix { Self.isToken($0) || ".~+/=".utf8.contains($0) }
        guard value.startIndex > end, value.count >= 8 else { return nil }
        let looksMade = value.count >= 20 || value.dropFirst().contains(where: Self.isUnusualInAWord)
        return looksMade ? value.startIndex..<value.endIndex : nil
    }

    private func scheme(_ word: String, at start: Int) -> Int? {
        let end = start + word.utf8.count
        guard end < bytes.count, zip(bytes[start..<end], word.utf8).allSatisfy({ $0 | 0x20 == $1 }) else { return nil }
        return end
    }

    /// In free text a URL ends at blanks, quotes and closing brackets; a text that is a URL goes on to its end.
    private func endsURL(_ byte: UInt8) -> Bool {
        guard kind == .prose else { return false }
        return byte <= 0x20 || #""'`<>)]}\"#.utf8.contains(byte)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        isToken(byte) || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ".")
    }

    private static func isUnusualInAWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || "_~+/=".utf8.contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    /// Letters, digits, `-` and `_`.
    private static func isToken(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }
}
