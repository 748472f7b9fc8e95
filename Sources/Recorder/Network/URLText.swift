/// Parts of an address, taken from its text without any more understanding than is needed.
enum URLText {
    /// The path, without query and fragment; the address itself when it has none.
    static func path(of url: String) -> String {
        let bytes = url.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return String(beforeQuery(bytes[...])) ?? url }
        var rest = bytes[bytes.index(after: colon)...]
        guard rest.starts(with: "//".utf8) else { return String(beforeQuery(bytes[...])) ?? url }
        rest = rest.dropFirst(2)
        guard let slash = rest.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }),
            rest[slash] == UInt8(ascii: "/")
        else { return "/" }
        return String(beforeQuery(rest[slash...])) ?? "/"
    }

    /// The host with its port, without name and password; empty for addresses without one.
    static func host(of url: String) -> String {
        guard let range = url.utf8.firstRange(of: "://".utf8) else { return "" }
        let authority = url.utf8[range.upperBound...].prefix { !"/?#".utf8.contains($0) }
        let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[authority.index(after: $0)...] }
        return String(host ?? authority) ?? ""
    }

    private static func beforeQuery(_ text: Substring.UTF8View) -> Substring.UTF8View {
        text.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    }
}
