public import JSON

/// A boundary of permission and storage; every runtime belongs to one.
public struct Space: Sendable, Equatable {
    public let id: SpaceID
    public var name: String
    /// What runtimes of the space find: `storage`, `vault`, `ai`. Stored as given, shaped as the contract's EnvironmentMounts.
    public var environment: JSONObject
    /// The space of callers that name none. It cannot be deleted.
    public let isDefault: Bool
    public let createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: SpaceID = SpaceID(),
        name: String,
        environment: JSONObject = [:],
        isDefault: Bool = false,
        createdAt: Timestamp = .now,
        updatedAt: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.environment = environment
        self.isDefault = isDefault
        self.createdAt = createdAt
        self.updatedAt = updatedAt ?? createdAt
    }
}
