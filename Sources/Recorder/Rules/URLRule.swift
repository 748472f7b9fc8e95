/// Patterns of addresses as users write them, in the form that CDP `Network.setBlockedURLs` takes (WHATWG URL Pattern strings).
enum URLRule {
    /// A rule's patterns. `*` stands for any text; without a scheme and without a path it is a host with all below it.
    static func patterns(_ rule: String) -> [String] {
        let rule = String(rule.drop { $0 == " " })
        guard !rule.isEmpty else { return [] }
        if rule == "*" { return ["*://*:*/*"] }
        let hasScheme = rule.utf8.firstRange(of: "://".utf8) != nil
        if !hasScheme, !rule.utf8.contains(UInt8(ascii: "/")) { return host(rule) }
        let (scheme, rest) = hasScheme ? split(rule) : ("*", rule)
        let authority = String(rest.prefix { $0 != "/" })
        let path = String(rest.dropFirst(authority.count))
        let host = hasPort(authority) || authority.isEmpty ? authority : authority + ":*"
        return pathPatterns(path).map { "\(scheme)://\(host)\($0)" }
    }

    /// A host and all hosts below it, on any port.
    static func host(_ host: String) -> [String] {
        let name = host.hasPrefix("*.") ? String(host.dropFirst(2)) : host
        let place = hasPort(name) ? name : name + ":*"
        guard name != "*", name.first?.isLetter == true, host == name || host.hasPrefix("*.") else {
            return ["*://\(place)/*"]
        }
        return ["*://\(place)/*", "*://*.\(place)/*"]
    }

    private static func split(_ rule: String) -> (String, String) {
        let colon = rule.firstIndex(of: ":") ?? rule.startIndex
        return (String(rule[..<colon]), String(rule[colon...].dropFirst(3)))
    }

    private static func hasPort(_ authority: String) -> Bool { authority.contains(":") }

    /// A path without a query matches addresses with any query. What means something else in a URL Pattern is taken as it stands.
    private static func pathPatterns(_ path: String) -> [String] {
        var escaped = ""
        for character in path.isEmpty ? "/*" : path {
            if "{}()+:?\\".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return [escaped.hasSuffix("*") || escaped.contains("\\?") ? escaped : escaped + "*"]
    }
}
