/// Where a browser listens for DevTools clients: a loopback port, and the path of the browser or of one page.
public struct BrowserEndpoint: Sendable, Hashable {
    /// A numeric address, as a rule `127.0.0.1`.
    public let host: String
    /// The DevTools port, 1 to 65535.
    public let port: Int
    /// `/devtools/browser/<uuid>` or `/devtools/page/<target id>`; printable ASCII without blanks.
    public let path: String

    public init(host: String = "127.0.0.1", port: Int, path: String) {
        self.host = host
        self.port = port
        self.path = path
    }

    /// Whether the path can stand in a request line. Others are refused before anything is sent, since a client may have written them.
    var isSendable: Bool {
        path.utf8.first == UInt8(ascii: "/") && path.utf8.count <= 1024
            && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
