public import Model

/// The first successful response to a request that carried an `Idempotency-Key`.
public struct IdempotentResponse: Sendable, Equatable {
    /// Operation and path that the key belongs to.
    public let scope: String
    public let key: String
    /// SHA-256 of the request's body: another body under the same key is refused.
    public let requestHash: [UInt8]
    public let status: Int
    public let body: [UInt8]
    public let createdAt: Timestamp

    public init(
        scope: String,
        key: String,
        requestHash: [UInt8],
        status: Int,
        body: [UInt8],
        createdAt: Timestamp = .now
    ) {
        self.scope = scope
        self.key = key
        self.requestHash = requestHash
        self.status = status
        self.body = body
        self.createdAt = createdAt
    }
}

public protocol IdempotencyStore: Sendable {
    /// The response kept under a key; nil when there is none or it is older than 24 hours.
    func response(scope: String, key: String) async throws(StoreError) -> IdempotentResponse?
    /// Keeps a response, and forgets those older than 24 hours. - Throws: `conflict` when the key is taken.
    func insert(_ response: IdempotentResponse) async throws(StoreError)
}
