/// A request of an agent to a person: to do something in the browser that the agent cannot.
public struct HumanAction: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable { case requested, completed, cancelled, expired }

    public let id: HumanActionID
    public let runtimeID: RuntimeID
    /// The run that was open when it was made.
    public let runID: RunID?
    /// What the person is asked to do, 1 to 2,000 characters.
    public let message: String
    public let status: Status
    public let createdAt: Timestamp
    /// When the status last changed: for a settled one, when it was settled.
    public let updatedAt: Timestamp
    /// Nil: it waits as long as the run.
    public let expiresAt: Timestamp?

    public init(
        id: HumanActionID = HumanActionID(),
        runtimeID: RuntimeID,
        runID: RunID?,
        message: String,
        status: Status = .requested,
        createdAt: Timestamp = .now,
        updatedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.id = id
        self.runtimeID = runtimeID
        self.runID = runID
        self.message = message
        self.status = status
        self.createdAt = createdAt
        self.updatedAt = updatedAt ?? createdAt
        self.expiresAt = expiresAt
    }
}
