public import JSON

/// One browser that can be started, watched and stopped.
public struct Runtime: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable { case active, stopped, failed }

    public let id: RuntimeID
    public let spaceID: SpaceID
    public var name: String
    public var status: Status
    public var config: RuntimeConfig
    public let metadata: JSONObject?
    /// The run that is open now.
    public var activeRunID: RunID?
    public var lastActivityAt: Timestamp?
    public let createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: RuntimeID = RuntimeID(),
        spaceID: SpaceID,
        name: String,
        status: Status = .stopped,
        config: RuntimeConfig = RuntimeConfig(),
        metadata: JSONObject? = nil,
        activeRunID: RunID? = nil,
        lastActivityAt: Timestamp? = nil,
        createdAt: Timestamp = .now,
        updatedAt: Timestamp? = nil
    ) {
        self.id = id
        self.spaceID = spaceID
        self.name = name
        self.status = status
        self.config = config
        self.metadata = metadata
        self.activeRunID = activeRunID
        self.lastActivityAt = lastActivityAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt ?? createdAt
    }
}
