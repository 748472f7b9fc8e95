/// Decides, while somebody else drives the browser, which commands of clients wait and which are refused.
///
/// Asked on the event loops of many clients; must answer at once.
public protocol CommandGate: Sendable {
    /// Whether any command may not pass now. Asked for each piece of a client's bytes.
    var isClosed: Bool { get }
    func verdict(on command: ClientCommand) -> CommandVerdict
    /// Calls `opened`, from any thread, whenever what was held may go on, until ``forget(_:)``.
    func listen(_ opened: @escaping @Sendable () -> Void) -> Int
    func forget(_ listener: Int)
}

/// What becomes of one command.
public enum CommandVerdict: Sendable, Equatable {
    case pass
    /// It waits; what the client sends after it goes on, but for commands that are held too: those keep their order.
    case hold
    /// The client is told so, in the place of the browser's reply: `{"id", "error": {"code": -32000, "message"}}`.
    case refuse(String)
}
