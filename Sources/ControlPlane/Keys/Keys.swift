public import Credentials
import Logging
public import Model
public import Store
import Synchronization

/// API keys: who may call.
public final class Keys: Sendable {
    private let store: any APIKeyStore
    /// The operator's own key: set at start, not stored, so that a changed one leaves no valid key behind.
    private let operatorKey: APIKey
    private let logger: Logger
    /// Uses since the last write, so that a busy key costs one write a second and not one a call.
    private let usage = Mutex<[APIKeyID: (count: Int64, at: Timestamp)]>([:])
    /// Keys seen lately, so that a call needs no look-up. Cleared when a key is deleted.
    private let known = Mutex(Known())

    private struct Known {
        var keys: [[UInt8]: APIKey] = [:]
        /// Deletions so far: a key that was looked up before one may be the one that was deleted.
        var deletions = 0
    }

    init(store: any APIKeyStore, operatorKey: Secret, logger: Logger) {
        self.store = store
        self.operatorKey = APIKey(
            id: APIKeyID(UUIDv7(milliseconds: 0, fieldA: 0, fieldB: 0)),
            name: "admin",
            prefix: Self.prefix(of: operatorKey),
            hash: operatorKey.hash
        )
        self.logger = logger
    }

    /// A new key and its secret, which is shown this once.
    public func create(name: String?, expiresAt: Timestamp?) async throws -> (key: APIKey, secret: Secret) {
        let secret = Secret.randomAPIKey()
        let key = APIKey(name: name, prefix: Self.prefix(of: secret), hash: secret.hash, expiresAt: expiresAt)
        try await store.insert(key)
        return (key, secret)
    }

    /// At most a third of the secret.
    private static func prefix(of secret: Secret) -> String {
        String(secret.value.prefix(min(10, secret.value.count / 3)))
    }

    /// The key behind a presented secret; nil for an unknown, deleted or lapsed one. Counts as a use.
    public func authenticate(_ presented: String) async throws -> APIKey? {
        let hash = Secret(presented).hash
        if hash == operatorKey.hash { return operatorKey }
        guard let key = try await key(hash: hash) else { return nil }
        if key.hasLapsed() { return nil }
        usage.withLock { usage in usage[key.id] = ((usage[key.id]?.count ?? 0) + 1, .now) }
        return key
    }

    private func key(hash: [UInt8]) async throws -> APIKey? {
        let (found, deletions) = known.withLock { ($0.keys[hash], $0.deletions) }
        if let found { return found }
        guard let key = try await store.apiKey(hash: hash) else { return nil }
        known.withLock { known in
            guard known.deletions == deletions else { return }
            if known.keys.count >= 1024 { known.keys.removeAll() }
            known.keys[hash] = key
        }
        return key
    }

    /// Whether a key that was seen before still opens the API.
    public func isValid(_ key: APIKey, at time: Timestamp) async throws -> Bool {
        if key.hash == operatorKey.hash { return true }
        return try await self.key(hash: key.hash).map { !$0.hasLapsed(at: time) } ?? false
    }

    /// Newest first.
    public func list(_ page: PageRequest<APIKeyID>) async throws -> Page<APIKey> {
        await writeUsage()
        return try await store.apiKeys(page)
    }

    /// Revokes a key at once.
    public func delete(_ id: APIKeyID) async throws {
        do throws(StoreError) {
            try await store.deleteAPIKey(id)
        } catch {
            guard error.code == .notFound else { throw error }
            throw ControlPlaneError(.apiKeyNotFound, "There is no API key \(id).")
        }
        known.withLock { known in
            known.keys.removeAll()
            known.deletions += 1
        }
    }

    /// Deletes keys of a name that have lapsed, among the newest 200.
    func deleteLapsed(named name: String, at time: Timestamp) async throws {
        let newest = try await store.apiKeys(PageRequest(limit: 200)).items
        for key in newest where key.name == name && key.hasLapsed(at: time) { try await deleteIfThere(key.id) }
    }

    private func deleteIfThere(_ id: APIKeyID) async throws {
        do throws(StoreError) {
            try await store.deleteAPIKey(id)
        } catch {
            guard error.code == .notFound else { throw error }
        }
    }

    /// Writes the uses counted since the last time; a failure is logged and the counts are kept.
    public func writeUsage() async {
        let counted = usage.withLock { usage in
            defer { usage = [:] }
            return usage
        }
        for (id, use) in counted {
            do {
                try await store.addUsage(use.count, at: use.at, to: id)
            } catch {
                logger.warning("API key usage not written", metadata: ["error": "\(error)"])
                usage.withLock { usage in usage[id] = ((usage[id]?.count ?? 0) + use.count, use.at) }
            }
        }
    }
}
