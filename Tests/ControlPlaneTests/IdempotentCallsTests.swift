import Logging
import Store
import Synchronization
import Testing

@testable import ControlPlane

@Suite(.timeLimit(.minutes(3))) struct IdempotentCallsTests {
    @Test func `A success that cannot be kept is a success, and was done once`() async throws {
        let calls = IdempotentCalls(store: FullStore(), logger: Logger(label: "test"))
        let done = Mutex(0)
        let response = try await calls.call(scope: "export", key: "k", request: []) {
            done.withLock { $0 += 1 }
            return IdempotentCalls.Response(status: 201, body: [1])
        }
        #expect(response.status == 201 && done.withLock { $0 } == 1)
    }
}

/// A store on a full disk.
private struct FullStore: IdempotencyStore {
    func response(scope: String, key: String) async throws(StoreError) -> IdempotentResponse? { nil }
    func insert(_ response: IdempotentResponse) async throws(StoreError) { throw StoreError(.full, "full") }
}
