/// The icon of a page, for the strip of tabs.
public struct PageIcon: Sendable, Equatable {
    /// Bytes of one icon.
    static let sizeLimit = 128 * 1024

    /// `image/png` and the like, by what the bytes are: what the site says is not believed.
    public let contentType: String
    public let bytes: [UInt8]

    /// Nil for what is too large or no picture that browsers show as an icon.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.sizeLimit, let type = Self.type(of: bytes) else { return nil }
        (contentType, self.bytes) = (type, bytes)
    }

    private static func type(of bytes: [UInt8]) -> String? {
        for (type, magic) in magics where bytes.starts(with: magic) { return type }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return "image/webp" }
        return isSVG(bytes) ? "image/svg+xml" : nil
    }

    private static let magics: [(String, [UInt8])] = [
        ("image/png", [0x89, 0x50, 0x4E, 0x47]), ("image/x-icon", [0, 0, 1, 0]), ("image/gif", Array("GIF8".utf8)),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
    ]

    /// An SVG begins with its root, behind a declaration and comments at most.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(1024), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let isXML = ["<svg", "<?xml", "<!--", "<!DOCTYPE svg"].contains { start.hasPrefix($0) }
        return isXML && start.contains("<svg")
    }
}
