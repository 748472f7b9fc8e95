/// A `ws:` URL in its parts (RFC 6455, section 3).
struct WebSocketAddress: Equatable {
    var host: String
    var port: Int
    /// Path and query, as they stand in the request line.
    var path: String

    /// The `Host` field.
    var authority: String {
        let host = host.contains(":") ? "[\(host)]" : host
        return port == 80 ? host : "\(host):\(port)"
    }

    /// Nil for other schemes, user names, fragments, ports out of range and characters that no URL may have.
    init?(_ url: String) {
        let scheme = "ws://"
        guard url.lowercased().hasPrefix(scheme), url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !url.contains("#")
        else { return nil }
        let rest = url.dropFirst(scheme.count)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard let (host, port) = Self.hostAndPort(rest[..<end]) else { return nil }
        self.host = host
        self.port = port
        let tail = rest[end...]
        path = tail.hasPrefix("/") ? String(tail) : "/\(tail)"
    }

    private static func hostAndPort(_ authority: Substring) -> (String, Int)? {
        guard !authority.contains("@") else { return nil }
        let (host, rest): (Substring, Substring)
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { return nil }
            (host, rest) = (authority[..<close].dropFirst(), authority[close...].dropFirst())
        } else {
            let colon = authority.firstIndex(of: ":") ?? authority.endIndex
            (host, rest) = (authority[..<colon], authority[colon...])
        }
        guard !host.isEmpty, rest.isEmpty || rest.hasPrefix(":") else { return nil }
        guard !rest.isEmpty else { return (String(host), 80) }
        guard let port = Int(rest.dropFirst()), (1...65535).contains(port) else { return nil }
        return (String(host), port)
    }
}
