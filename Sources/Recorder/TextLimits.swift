/// How long texts in an event may be. They keep an event's JSON below the store's limit of 1 MiB.
public struct TextLimits: Sendable, Equatable {
    /// An event's name, in Unicode scalars.
    public var name = 200
    /// Console text, error messages, stacks and dialog messages, in bytes of UTF-8.
    public var text = 16_384
    /// URLs, in bytes of UTF-8. Those of `data:` and `blob:` may be megabytes long.
    public var url = 8_192
    /// One header's value, in bytes of UTF-8.
    public var headerValue = 2_048

    public init() {}
}

extension TextLimits {
    /// A text that fits, and whether something was cut off.
    public struct Cut: Sendable, Equatable {
        public let text: String
        public let isTruncated: Bool
    }

    /// The start of a text, at most `limit` bytes of UTF-8. Never splits a Unicode scalar.
    public static func cut(_ text: String, bytes limit: Int) -> Cut {
        guard text.utf8.count > limit else { return Cut(text: text, isTruncated: false) }
        let utf8 = text.utf8
        var end = utf8.index(utf8.startIndex, offsetBy: max(0, limit))
        while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return Cut(text: String(text[..<end]), isTruncated: true)
    }

    /// The start of a text, at most `limit` Unicode scalars. Splits no character (an emoji with its skin colour, say), unless
    /// the first alone is longer than the limit.
    public static func cut(_ text: String, scalars limit: Int) -> Cut {
        guard text.utf8.count > limit,
            let end = text.unicodeScalars.index(
                text.startIndex,
                offsetBy: max(0, limit),
                limitedBy: text.unicodeScalars.endIndex
            ),
            end < text.endIndex
        else { return Cut(text: text, isTruncated: false) }
        // The next scalar may belong to the last character: take it along to see where characters begin.
        let next = text.unicodeScalars.index(after: end)
        let whole = text[..<next].dropLast()
        return Cut(text: String(whole.isEmpty ? text[..<end] : whole), isTruncated: true)
    }
}
