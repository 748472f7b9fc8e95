/// Sees the commands that clients send to a browser, beside the splice.
///
/// All methods are called on the client's event loop, in order for each client, and must return at once: what takes longer than a
/// few microseconds goes to a task of the tap's own.
public protocol CommandTap: Sendable {
    /// A client was joined with the browser. `client` is its number, unique in this process.
    func clientConnected(_ client: Int)
    /// A command has been sent on to the browser.
    func received(_ command: ClientCommand)
    /// The client's bytes can no longer be read, so its later commands will not be seen; they still reach the browser.
    ///
    /// This happens when a client sends frames that break RFC 6455. Called at most once a client. The default does nothing.
    func lostTrack(_ client: Int, reason: String)
    /// The client is gone. Called once for each client, after its last command.
    func clientDisconnected(_ client: Int)
}

extension CommandTap {
    public func lostTrack(_ client: Int, reason: String) {}
}
