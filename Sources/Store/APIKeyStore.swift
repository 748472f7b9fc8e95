public import Model

public protocol APIKeyStore: Sendable {
    /// - Throws: `conflict` when the hash is taken.
    func insert(_ key: APIKey) async throws(StoreError)
    func apiKey(hash: [UInt8]) async throws(StoreError) -> APIKey?
    func apiKeys(_ page: PageRequest<APIKeyID>) async throws(StoreError) -> Page<APIKey>
    /// Adds `count` to the key's usage and sets when it was last used. A key that is gone is no error.
    func addUsage(_ count: Int64, at: Timestamp, to id: APIKeyID) async throws(StoreError)
    /// - Throws: `notFound`.
    func deleteAPIKey(_ id: APIKeyID) async throws(StoreError)
}
