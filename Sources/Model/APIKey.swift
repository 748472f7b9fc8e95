/// A caller's key. The secret itself is not kept, only its SHA-256.
public struct APIKey: Sendable, Equatable {
    public let id: APIKeyID
    public let name: String?
    /// The first characters of the secret, which tell keys apart in lists.
    public let prefix: String
    /// SHA-256 of the secret, 32 bytes.
    public let hash: [UInt8]
    public let createdAt: Timestamp
    public let expiresAt: Timestamp?
    public var lastUsedAt: Timestamp?
    public var usageCount: Int64

    public init(
        id: APIKeyID = APIKeyID(),
        name: String?,
        prefix: String,
        hash: [UInt8],
        createdAt: Timestamp = .now,
        expiresAt: Timestamp? = nil,
        lastUsedAt: Timestamp? = nil,
        usageCount: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.prefix = prefix
        self.hash = hash
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.usageCount = usageCount
    }

    /// Whether its time is over.
    public func hasLapsed(at time: Timestamp = .now) -> Bool { expiresAt.map { $0 <= time } ?? false }
}
