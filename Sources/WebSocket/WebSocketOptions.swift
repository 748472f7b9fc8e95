/// Limits of a client's connection.
public struct WebSocketOptions: Sendable {
    /// Bytes of the longest message that is taken, also of one in fragments. A longer one ends the connection. Default 256 MiB.
    public var maximumMessage = 256 * 1024 * 1024
    /// Time to connect, and again to be answered. Default 10 seconds.
    public var timeout: Duration = .seconds(10)
    /// Time that ``WebSocketConnection/close()`` waits for the peer's close frame. Default 5 seconds.
    public var closeTimeout: Duration = .seconds(5)
    /// Header fields to send with the handshake.
    public var headers: [(name: String, value: String)] = []

    public init() {}
}
