import Model
import Store
import StoreSQLite
import Testing

@Suite struct AccessTests {
    private func key(_ byte: UInt8) -> APIKey {
        APIKey(name: "key", prefix: "mk_1", hash: Array(repeating: byte, count: 32), expiresAt: .now)
    }

    @Test func `a key is found by its hash`() async throws {
        try await withStore { store in
            let keys = [key(1), key(2), key(3)]
            for key in keys { try await store.insert(key) }
            #expect(try await store.apiKey(hash: keys[1].hash) == keys[1])
            #expect(try await store.apiKey(hash: [0]) == nil)
            await expect(.conflict) { try await store.insert(key(1)) }
            let page = try await store.apiKeys(PageRequest(limit: 2))
            #expect(page.items == [keys[2], keys[1]] && page.hasMore)
            try await store.deleteAPIKey(keys[1].id)
            #expect(try await store.apiKey(hash: keys[1].hash) == nil)
            await expect(.notFound) { try await store.deleteAPIKey(keys[1].id) }
        }
    }

    @Test func `usage adds up and its time never goes back`() async throws {
        try await withStore { store in
            let key = key(1)
            try await store.insert(key)
            try await store.addUsage(3, at: Timestamp(milliseconds: 500), to: key.id)
            try await store.addUsage(4, at: Timestamp(milliseconds: 400), to: key.id)
            try await store.addUsage(1, at: .now, to: APIKeyID())
            let read = try #require(try await store.apiKey(hash: key.hash))
            #expect(read.usageCount == 7)
            #expect(read.lastUsedAt == Timestamp(milliseconds: 500))
        }
    }

    @Test func `a lease is read after it lapsed and forgotten a day later`() async throws {
        try await withStore { store in
            func lease(_ byte: UInt8, _ seconds: Int) -> Lease {
                Lease(runID: RunID(), purpose: .stream, hash: [byte], expiresAt: .now.adding(seconds: seconds))
            }
            let (old, lapsed, live) = (lease(1, -90_000), lease(2, -60), lease(3, 60))
            for lease in [old, lapsed, live] { try await store.insert(lease) }
            #expect(try await store.lease(hash: [1]) == nil)
            #expect(try await store.lease(hash: [2]) == lapsed)
            #expect(try await store.lease(hash: [3]) == live)
            await expect(.conflict) { try await store.insert(lease(3, 5)) }
        }
    }

    @Test func `a response is kept for a day`() async throws {
        try await withStore { store in
            func response(_ key: String, age: Int = 0) -> IdempotentResponse {
                IdempotentResponse(
                    scope: "POST /v1/spaces",
                    key: key,
                    requestHash: [1, 2],
                    status: 201,
                    body: [0, 255],
                    createdAt: .now.adding(seconds: -age)
                )
            }
            let (old, new) = (response("old", age: 86_500), response("new"))
            try await store.insert(old)
            #expect(try await store.response(scope: old.scope, key: "old") == nil)
            try await store.insert(new)
            #expect(try await store.response(scope: new.scope, key: "new") == new)
            #expect(try await store.response(scope: "other", key: "new") == nil)
            await expect(.conflict) { try await store.insert(new) }
            try await store.insert(response("old"))
        }
    }
}
