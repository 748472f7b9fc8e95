import Credentials
import Logging
import Model
import Store
import Synchronization
import Testing

@testable import ControlPlane

@Suite(.timeLimit(.minutes(3))) struct KeysTests {
    @Test func `A key that is revoked while it is looked up opens nothing afterwards`() async throws {
        let store = SlowKeys()
        let keys = Keys(store: store, operatorKey: Secret("bctrl_operator"), logger: Logger(label: "test"))
        let (key, secret) = try await keys.create(name: nil, expiresAt: nil)
        let early = Task { try await keys.authenticate(secret.value) }
        await store.lookUpBegun()
        try await keys.delete(key.id)
        await store.letGo()
        _ = try await early.value
        #expect(try await keys.authenticate(secret.value) == nil)
    }

    @Test func `A key that was looked up is known`() async throws {
        let store = SlowKeys()
        let keys = Keys(store: store, operatorKey: Secret("bctrl_operator"), logger: Logger(label: "test"))
        let secret = try await keys.create(name: nil, expiresAt: nil).secret
        await store.letGo()
        for _ in 0..<3 { #expect(try await keys.authenticate(secret.value) != nil) }
        #expect(await store.lookUps == 1)
    }
}

/// Keeps keys in memory; an answer to a look-up is held until the test lets it go.
private actor SlowKeys: APIKeyStore {
    private var keys: [APIKey] = []
    private(set) var lookUps = 0
    private let begun = AsyncStream.makeStream(of: Void.self)
    private let free = AsyncStream.makeStream(of: Void.self)

    func lookUpBegun() async { for await _ in begun.stream { return } }
    func letGo() { free.continuation.finish() }

    func insert(_ key: APIKey) async throws(StoreError) { keys.append(key) }
    func apiKey(hash: [UInt8]) async throws(StoreError) -> APIKey? {
        lookUps += 1
        let key = keys.first { $0.hash == hash }
        begun.continuation.yield()
        for await _ in free.stream {}
        return key
    }
    func apiKeys(_ page: PageRequest<APIKeyID>) async throws(StoreError) -> Page<APIKey> {
        Page(items: keys, hasMore: false)
    }
    func addUsage(_ count: Int64, at: Timestamp, to id: APIKeyID) async throws(StoreError) {}
    func deleteAPIKey(_ id: APIKeyID) async throws(StoreError) { keys.removeAll { $0.id == id } }
}
