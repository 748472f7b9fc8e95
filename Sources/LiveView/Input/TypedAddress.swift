/// An address as a person types it.
enum TypedAddress {
    /// The address in full. Files of the server's machine and the browser's own pages are none that a person may go to.
    /// - Throws: `invalid`, with words for the person.
    static func whole(_ typed: String) throws(Refusal) -> String {
        let text = trimmed(typed)
        let lower = text.lowercased()
        if lower == "about:blank" { return text }
        for scheme in ["http://", "https://"] where lower.hasPrefix(scheme) {
            try check(host(text.dropFirst(scheme.count)), typed: text)
            return text
        }
        guard !hasScheme(lower) else {
            throw Refusal(.invalid, "Only http: and https: addresses may be opened here.")
        }
        try check(host(lower[...]), typed: text)
        return (isPlain(host(lower[...])) ? "http://" : "https://") + text
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(
            start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)
        )
    }

    /// The part with the host and the port.
    private static func host(_ text: Substring) -> Substring { text.prefix { !"/?#".contains($0) } }

    private static func check(_ host: Substring, typed: String) throws(Refusal) {
        guard host.isEmpty || host.contains(where: \.isWhitespace) else { return }
        let shown = typed.count > 80 ? "\(typed.prefix(79))…" : typed
        throw Refusal(.invalid, "“\(shown)” is no address. Type one like example.com or localhost:3000.")
    }

    /// `name:` with anything behind it but a port.
    private static func hasScheme(_ text: String) -> Bool {
        guard !text.hasPrefix("["), let colon = host(text[...]).firstIndex(of: ":") else { return false }
        let port = host(text[text.index(after: colon)...])
        return port.isEmpty || !port.allSatisfy(\.isNumber)
    }

    /// Whether it is this machine or a bare number: there, as in every browser, the safe scheme is not the likely one.
    private static func isPlain(_ host: Substring) -> Bool {
        if host.hasPrefix("[") { return true }
        let name = host.prefix { $0 != ":" }
        if name == "localhost" || name.hasSuffix(".localhost") { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
