/// A short-lived, revocable address of one thing of one run. The token in the address is not kept, only its SHA-256.
public struct Lease: Sendable, Equatable {
    public enum Purpose: String, Sendable, CaseIterable { case stream, live, recording }

    /// What a live view may do to the browser.
    public enum Control: String, Sendable, CaseIterable { case none, input }

    /// What becomes of an agent's input while the holder of a live view drives.
    public enum AgentInput: String, Sendable, CaseIterable { case hold, refuse }

    /// What was agreed on for a live view.
    public struct Terms: Sendable, Equatable {
        public var control: Control
        public var agentInput: AgentInput
        /// Whom the lease is for, as everybody sees it who watches; nil for nobody in particular.
        public var name: String?

        public init(control: Control = .none, agentInput: AgentInput = .hold, name: String? = nil) {
            self.control = control
            self.agentInput = agentInput
            self.name = name
        }
    }

    public let id: LeaseID
    public let runID: RunID
    public let purpose: Purpose
    /// SHA-256 of the token, 32 bytes.
    public let hash: [UInt8]
    public let createdAt: Timestamp
    public let expiresAt: Timestamp
    public let terms: Terms
    /// When it was taken back; nil while it was not.
    public let revokedAt: Timestamp?

    public init(
        id: LeaseID = LeaseID(),
        runID: RunID,
        purpose: Purpose,
        hash: [UInt8],
        createdAt: Timestamp = .now,
        expiresAt: Timestamp,
        terms: Terms = Terms(),
        revokedAt: Timestamp? = nil
    ) {
        self.id = id
        self.runID = runID
        self.purpose = purpose
        self.hash = hash
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.terms = terms
        self.revokedAt = revokedAt
    }

    /// Whether it opens something at this time.
    public func isValid(at time: Timestamp = .now) -> Bool { revokedAt == nil && expiresAt > time }
}
