public import CDPProxy
public import NIOCore

/// Limits of a connection before and beside the routes.
public struct UpgradeConfiguration: Sendable {
    /// Time from the connection to the end of the first request's head; 408 after it. Default 15 seconds.
    public var headTimeout: TimeAmount = .seconds(15)
    /// Silence between requests, and inside of a later head or a body, after which a connection is closed. Default 60 seconds.
    ///
    /// It runs neither while a response is under way (event streams) nor on a joined WebSocket, which may be silent for ever.
    public var idleTimeout: Duration = .seconds(60)
    /// Longest request line, and longest header field, in bytes; 431 beyond. Default 16 KiB.
    public var maximumFieldSize = 16 * 1024
    /// Size of a request line and its header fields together; 431 beyond. Default 64 KiB.
    public var maximumHeadSize = 64 * 1024
    /// Number of header fields; 431 beyond. Default 100.
    public var maximumFieldCount = 100
    /// Time for a client to read the last answer before its connection is cut. Default 1 second.
    public var lingerTimeout: TimeAmount = .seconds(1)
    /// Limits of a joined WebSocket.
    public var splice = SpliceOptions()

    public init() {}
}
