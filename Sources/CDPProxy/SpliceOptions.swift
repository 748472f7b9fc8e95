/// Limits of a splice.
public struct SpliceOptions: Sendable {
    /// Time for the browser to accept and answer the handshake. Default 5 seconds.
    public var connectTimeout: Duration = .seconds(5)
    /// Silence on the line after which the kernel asks whether the client is still there. Default 20 seconds.
    public var keepAliveIdle: Duration = .seconds(20)
    /// Time between those questions. Default 5 seconds.
    public var keepAliveInterval: Duration = .seconds(5)
    /// A client that has acknowledged nothing for so long, neither data nor questions, is cut. Default 60 seconds.
    ///
    /// This is `TCP_USER_TIMEOUT` (RFC 5482): it also cuts a client that leaves its receive window closed for so long while data waits.
    public var deadPeerTimeout: Duration = .seconds(60)
    /// Bytes that wait for one side before the other is no longer read. Default 256 KiB. One read of at most 256 KiB comes on top.
    public var highWatermark = 256 * 1024
    /// Bytes still waiting when reading starts again. Default 64 KiB.
    public var lowWatermark = 64 * 1024
    /// Time for the last bytes to leave after one side has gone. Default 5 seconds.
    public var drainTimeout: Duration = .seconds(5)

    public init() {}
}
