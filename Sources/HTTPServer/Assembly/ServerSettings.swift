/// Where the server listens, and who may reach it from where.
public struct ServerSettings: Sendable {
    public var host: String
    /// 0 lets the system choose; ``MartletServer`` tells which.
    public var port: Int
    /// Where agents and browsers reach this server from outside, without a path (`https://martlet.example`).
    /// Nil: the address that a request came by.
    public var publicURL: String?
    /// Origins of web pages that may read GET answers and streams, and open browsers. `*` allows every one.
    public var allowedOrigins: [String]
    /// Who may put the viewers' pages into a frame: sources of the CSP directive `frame-ancestors`. `*`: everyone.
    public var frameAncestors: [String]
    /// The largest request body, in bytes.
    public var maximumBodyBytes: Int
    /// A stream sends a heartbeat when it was silent for so long.
    public var heartbeat: Duration
    /// A stream whose reader takes nothing for so long is closed; the reader resumes by cursor.
    public var slowReaderTimeout: Duration

    public init(
        host: String = "127.0.0.1",
        port: Int = 8787,
        publicURL: String? = nil,
        allowedOrigins: [String] = [],
        frameAncestors: [String] = ["*"],
        maximumBodyBytes: Int = 1024 * 1024,
        heartbeat: Duration = .seconds(10),
        slowReaderTimeout: Duration = .seconds(30)
    ) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.allowedOrigins = allowedOrigins
        self.frameAncestors = frameAncestors
        self.maximumBodyBytes = maximumBodyBytes
        self.heartbeat = heartbeat
        self.slowReaderTimeout = slowReaderTimeout
    }
}
