public import JSON

/// A command that an agent sent to the browser, as the proxy's tap saw it.
public struct AgentCommand: Sendable {
    public let clientID: Int
    /// The CDP method, such as `Target.activateTarget`.
    public let method: String
    /// The agent's own session id. It is unknown to the recorder's sessions.
    public let sessionID: String?
    private let readParams: @Sendable () -> JSON?

    /// - Parameter params: Called only for the few commands that matter, on the recorder's own task.
    public init(clientID: Int, method: String, sessionID: String?, params: @escaping @Sendable () -> JSON?) {
        self.clientID = clientID
        self.method = method
        self.sessionID = sessionID
        readParams = params
    }

    public var params: JSON? { readParams() }
}
