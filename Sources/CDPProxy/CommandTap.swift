/// Sees the commands that clients send to a browser, beside the splice.
///
/// All methods are called on the client's event loop, in order for each client, and must return at once: what takes longer than a
/// few microseconds goes to a task of the tap's own.
public protocol CommandTap: Sendable {
    /// A client was joined with the browser. `client` is its number, unique in this process.
    func clientConnected(_ client: Int)
    /// Whether a command may be sent on at once, as nearly all may. For one that may not, `pass` must be called soon, from any task; until
    /// then it and all that the client sends after it wait, and the client is not read. The default lets every command pass.
    func mayPass(_ command: ClientCommand, pass: @escaping @Sendable () -> Void) -> Bool
    /// Says which commands wait or are refused while somebody else drives; nil, the default, when nobody ever does.
    var gate: (any CommandGate)? { get }
    /// A command has been sent on to the browser.
    func received(_ command: ClientCommand)
    /// The browser has told a client the session id under which it reaches a target. A page told twice may be reported twice. The default does nothing.
    func attached(_ client: Int, session: String, target: String)
    /// The browser tells a client of a download, which hears of it when this returns. A download told twice may be reported twice. The default
    /// does nothing.
    func downloadBegins(_ client: Int, guid: String)
    /// The browser tells a client that a download has ended well, and hears of it when this returns. May be reported more than once, too. The default does nothing.
    func downloadEnds(_ client: Int, guid: String)
    /// Whether it ever asks for replies. Where it does not, what the browser sends is not looked at for them. Asked once a client; the
    /// default is false.
    var readsReplies: Bool { get }
    /// Whether the reply to a command is wanted. Asked for each command before it is sent on; the default wants none.
    func wantsReply(to command: ClientCommand) -> Bool
    /// What the browser has answered to a command whose reply is wanted; the client has it already, or will have it in this turn of the loop.
    ///
    /// Called once for each such command, unless the client goes away first, or 1,000 younger ones wait. The default does nothing.
    func replied(to command: ClientCommand, _ reply: CommandReply)
    /// The client's bytes can no longer be read, so its later commands will not be seen; they still reach the browser.
    ///
    /// This happens when a client sends frames that break RFC 6455. Called at most once a client. The default does nothing.
    func lostTrack(_ client: Int, reason: String)
    /// The client is gone. Called once for each client, after its last command.
    func clientDisconnected(_ client: Int)
}

extension CommandTap {
    public func mayPass(_ command: ClientCommand, pass: @escaping @Sendable () -> Void) -> Bool { true }
    public var gate: (any CommandGate)? { nil }
    public func attached(_ client: Int, session: String, target: String) {}
    public func downloadBegins(_ client: Int, guid: String) {}
    public func downloadEnds(_ client: Int, guid: String) {}
    public var readsReplies: Bool { false }
    public func wantsReply(to command: ClientCommand) -> Bool { false }
    public func replied(to command: ClientCommand, _ reply: CommandReply) {}
    public func lostTrack(_ client: Int, reason: String) {}
}
