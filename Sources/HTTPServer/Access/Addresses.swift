import HTTPTypes
import Synchronization

/// The addresses by which callers reach this server, for `connectUrl` and the like.
final class Addresses: Sendable {
    private let publicURL: String?
    private let host: String
    private let port: Mutex<Int>

    init(_ settings: ServerSettings) {
        publicURL = settings.publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        host = ["0.0.0.0", "::"].contains(settings.host) ? "127.0.0.1" : settings.host
        port = Mutex(settings.port)
    }

    /// The server listens now, on this port.
    func listens(on port: Int) { self.port.withLock { $0 = port } }

    /// `http://host:port`, without a slash at its end: the public address if one is set, else the one that the request
    /// came by, else the one that the server listens on.
    func http(authority: String?) -> String {
        if let publicURL { return publicURL }
        if let authority, HostRule.isWellFormed(authority) { return "http://\(authority)" }
        let literal = host.contains(":") ? "[\(host)]" : host
        return "http://\(literal):\(port.withLock { $0 })"
    }

    /// The same with `ws` or `wss`.
    func websocket(authority: String?) -> String { "ws" + http(authority: authority).dropFirst("http".count) }

    /// The host name of the public address, which requests may be made to.
    var publicHost: String? {
        guard let rest = publicURL?.split(separator: "/").dropFirst().first else { return nil }
        return HostRule.name(of: String(rest))
    }
}
