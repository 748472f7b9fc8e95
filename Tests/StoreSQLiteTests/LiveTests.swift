import Model
import Store
import StoreSQLite
import Testing

@Suite struct LiveTests {
    @Test func `a lease keeps its terms, and its first revocation`() async throws {
        try await withStore { store in
            let run = RunID()
            let terms = Lease.Terms(control: .input, agentInput: .refuse, name: "Änn")
            let lease = Lease(runID: run, purpose: .live, hash: [1], expiresAt: .now.adding(seconds: 60), terms: terms)
            let other = Lease(runID: RunID(), purpose: .live, hash: [2], expiresAt: .now.adding(seconds: 60))
            for lease in [lease, other] { try await store.insert(lease) }
            #expect(try await store.leases(of: run) == [lease])
            let revoked = try await store.revoke(lease.id, of: run, at: Timestamp(milliseconds: 5))
            #expect(revoked.revokedAt == Timestamp(milliseconds: 5))
            #expect(!revoked.isValid())
            let again = try await store.revoke(lease.id, of: run, at: Timestamp(milliseconds: 9))
            #expect(again.revokedAt == Timestamp(milliseconds: 5))
            await expect(.notFound) { _ = try await store.revoke(other.id, of: run, at: .now) }
            #expect(try await store.lease(hash: [2]) == other)
        }
    }

    @Test func `a runtime has one requested human action, and the latest one else`() async throws {
        try await withStore { store in
            let runtime = RuntimeID()
            #expect(try await store.humanAction(of: runtime) == nil)
            let first = HumanAction(runtimeID: runtime, runID: RunID(), message: "one")
            try await store.insert(first)
            await expect(.conflict) {
                try await store.insert(HumanAction(runtimeID: runtime, runID: nil, message: "two"))
            }
            #expect(try await store.requestedHumanActions() == [first])
            let done = try await store.settle(first.id, as: .completed, at: Timestamp(milliseconds: 7))
            #expect(done.isNew && done.action.status == .completed)
            #expect(done.action.updatedAt == Timestamp(milliseconds: 7))
            let late = try await store.settle(first.id, as: .expired, at: .now)
            #expect(late.action == done.action && !late.isNew)
            let again = try await store.settle(first.id, as: .completed, at: .now)
            #expect(!again.isNew, "the same end, told once")
            let second = HumanAction(runtimeID: runtime, runID: nil, message: "two", expiresAt: .now)
            try await store.insert(second)
            #expect(try await store.humanAction(of: runtime) == second)
            _ = try await store.settle(second.id, as: .cancelled, at: .now)
            #expect(try await store.humanAction(of: runtime)?.status == .cancelled)
            #expect(try await store.requestedHumanActions().isEmpty)
            await expect(.notFound) { _ = try await store.settle(HumanActionID(), as: .expired, at: .now) }
        }
    }
}
