public import JSON

/// A command that an agent sent to the browser, as the proxy's tap saw it.
public struct AgentCommand: Sendable {
    public let clientID: Int
    /// The CDP method, such as `Target.activateTarget`.
    public let method: String
    /// The agent's own session id. It is unknown to the recorder's sessions.
    public let sessionID: String?
    /// The page of a client that is connected to that page alone.
    public internal(set) var page: String?
    /// Length of the message in bytes.
    public let size: Int
    /// Set when its reply becomes a file, which is told later under this key (``RunRecorder/captured(_:_:)``).
    public let captureKey: String?
    private let readParams: @Sendable () -> JSON?

    /// - Parameter params: Called only for the few commands that matter, on the recorder's own task.
    public init(
        clientID: Int,
        method: String,
        sessionID: String?,
        page: String? = nil,
        size: Int = 0,
        captureKey: String? = nil,
        params: @escaping @Sendable () -> JSON?
    ) {
        self.clientID = clientID
        self.method = method
        self.sessionID = sessionID
        self.page = page
        self.size = size
        self.captureKey = captureKey
        readParams = params
    }

    public var params: JSON? { readParams() }
}
