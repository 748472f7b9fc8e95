import Model

/// The parts of a proxy's address, checked.
struct ProxyAddress {
    let scheme: ProxyServer.Scheme
    let host: String
    let port: Int
    var username: String?
    var password: String?
    var dnsResolution: ProxyServer.DNSResolution?
    let field: String

    init(scheme: ProxyServer.Scheme, host: String, port: Int, field: String) throws(APIError) {
        guard Self.isHost(host) else { throw ProxyReader.invalid(field, "must be a host name or an IP address.") }
        (self.scheme, self.host, self.port, self.field) = (scheme, host, port, field)
    }

    /// Reads `http://user:password@host:port` or `socks5://host:port` (RFC 3986, section 3.2). Without a port it is 80
    /// or 1080. The text itself, which may hold a password, appears in no message.
    init(_ text: String, field: String) throws(APIError) {
        let malformed = ProxyReader.invalid(
            field,
            "must be like `http://user:password@host:port` or `socks5://host:port`."
        )
        let end = text.firstIndex(of: ":") ?? text.endIndex
        guard let scheme = ProxyServer.Scheme(rawValue: text[..<end].lowercased()), text[end...].hasPrefix("://") else {
            throw malformed
        }
        var authority = text[end...].dropFirst(3)
        if authority.hasSuffix("/") { authority = authority.dropLast() }
        let credentials = authority.lastIndex(of: "@").map { authority[..<$0] }
        if let credentials { authority = authority[credentials.endIndex...].dropFirst() }
        guard let (host, port) = Self.hostAndPort(authority) else { throw malformed }
        try self.init(scheme: scheme, host: host, port: port ?? (scheme == .http ? 80 : 1080), field: field)
        guard let credentials else { return }
        let parts = credentials.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let username = PercentDecoding.decode(parts[0]), !username.isEmpty,
            let password = PercentDecoding.decode(parts.count > 1 ? parts[1] : "")
        else { throw malformed }
        (self.username, self.password) = (username, password.isEmpty ? nil : password)
    }

    /// - Throws: 400 for SOCKS5 with credentials, which Chromium cannot send (RFC 1929).
    func server() throws(APIError) -> ProxyServer {
        guard scheme == .http || username == nil && password == nil else {
            throw ProxyReader.invalid(field, "cannot have credentials: Chromium does not log in at SOCKS5 proxies.")
        }
        return ProxyServer(
            scheme: scheme,
            host: host,
            port: port,
            username: username,
            password: password,
            dnsResolution: dnsResolution
        )
    }

    /// The host, an IPv6 address without its brackets, and the port where one is written.
    private static func hostAndPort(_ authority: Substring) -> (String, Int?)? {
        let (host, rest) = split(authority)
        guard !rest.isEmpty else { return (host, nil) }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65_535).contains(port) else { return nil }
        return (host, port)
    }

    private static func split(_ authority: Substring) -> (host: String, rest: Substring) {
        if authority.first == "[", let end = authority.firstIndex(of: "]") {
            return (String(authority[..<end].dropFirst()), authority[end...].dropFirst())
        }
        let end = authority.firstIndex(of: ":") ?? authority.endIndex
        return (String(authority[..<end]), authority[end...])
    }

    private static func isHost(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 253 else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: ":"):
                true
            default: false
            }
        }
    }
}
