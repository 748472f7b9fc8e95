/// Why a WebSocket could not be opened, or why it ended before its time.
public struct WebSocketError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kind of failure. New kinds may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String
        /// The address is not of the form `ws://host[:port][/path][?query]`.
        public static let badAddress = Code(description: "badAddress")
        /// Nobody listens there, or not in time. A retry may help.
        public static let unreachable = Code(description: "unreachable")
        /// The server answered the handshake with something other than an upgrade: see ``WebSocketError/status`` and ``WebSocketError/body``.
        public static let refused = Code(description: "refused")
        /// The connection is closed.
        public static let closed = Code(description: "closed")
        /// The peer broke RFC 6455, or sent a message above the limit.
        public static let violation = Code(description: "violation")
        /// Two readers wait at once; only one may.
        public static let busy = Code(description: "busy")
    }

    public let code: Code
    public let message: String
    /// The HTTP status of a refusal.
    public let status: Int?
    /// The body of a refusal, at most 64 KiB of it.
    public let body: String?

    init(_ code: Code, _ message: String, status: Int? = nil, body: String? = nil) {
        self.code = code
        self.message = message
        self.status = status
        self.body = body
    }

    public var description: String {
        let answer = body.map { $0.isEmpty ? "" : ": \($0)" } ?? ""
        return "\(code): \(message)\(answer)"
    }
}
