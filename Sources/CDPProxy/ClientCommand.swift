import CDP
public import JSON

/// A CDP command that a client sent to the browser.
public struct ClientCommand: Sendable {
    /// The number of the client that sent it.
    public let clientID: Int
    /// The client's own number of the command; nil when it sent none.
    public let id: Int64?
    /// The method, such as `Page.navigate`.
    public let method: String
    /// The target session, when the command goes to one; nil also when the message was truncated before its name.
    public let sessionID: String?
    /// When it was received, in milliseconds since 1970.
    public let receivedAt: Int64
    /// Length of the message in bytes.
    public let size: Int
    /// Whether the message was longer than 1 MiB: its parameters were not kept.
    public let truncated: Bool
    private let message: CDPMessage?
    /// Where the client looks for the reply: that of the message itself, also for a command inside of another.
    let replyID: Int64?
    let replySession: String?

    /// The parameters; nil when there are none, they are no JSON or the message was truncated.
    ///
    /// Parsed anew at each call: ask once, and not on an event loop.
    public var params: JSON? { message?.params }

    /// - Parameter outer: the message that carries the command, where it is another.
    init?(
        client: Int,
        message: CDPMessage,
        session: String? = nil,
        inside outer: CDPMessage? = nil,
        at milliseconds: Int64
    ) {
        guard let method = message.method else { return nil }
        (replyID, replySession) = ((outer ?? message).id, (outer ?? message).sessionID)
        clientID = client
        id = message.id
        self.method = method
        sessionID = session ?? message.sessionID
        receivedAt = milliseconds
        size = message.bytes.count
        truncated = false
        self.message = message
    }

    init(client: Int, head: CommandHead, method: String, size: Int, at milliseconds: Int64) {
        (replyID, replySession) = (head.id, head.sessionID)
        clientID = client
        id = head.id
        self.method = method
        sessionID = head.sessionID
        receivedAt = milliseconds
        self.size = size
        truncated = true
        message = nil
    }

    /// A command as a test or another source makes it.
    /// - Parameter message: JSON in UTF-8; nil comes back when it is no command.
    public init?(clientID: Int, message: [UInt8], receivedAt: Int64) {
        guard case .success(let parsed) = Result(catching: { () throws(CDPError) in try CDPMessage(message) }) else {
            return nil
        }
        self.init(client: clientID, message: parsed, at: receivedAt)
    }
}
