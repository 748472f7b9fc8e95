import Model
import Store
import Synchronization

/// A store of events in memory that can be held up and made to fail.
final class MemoryStore: Sendable {
    private struct State {
        var events: [Event] = []
        var items: [ActivityItem] = []
        var batches: [Int] = []
        var failure: StoreError?
        var activityFailure: StoreError?
        var isHeld = false
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// The events.
    var written: [Event] { state.withLock { $0.events } }
    /// The activity.
    var items: [ActivityItem] { state.withLock { $0.items } }

    func add(_ items: [ActivityItem]) throws(StoreError) {
        let failure = state.withLock { state in
            if state.activityFailure == nil { state.items += items }
            return state.activityFailure
        }
        if let failure { throw failure }
    }

    func failActivity(_ error: StoreError?) { state.withLock { $0.activityFailure = error } }

    /// The sizes of the appends.
    var batches: [Int] { state.withLock { $0.batches } }

    func fail(_ error: StoreError?) { state.withLock { $0.failure = error } }

    /// Appends wait until ``release()``.
    func hold() { state.withLock { $0.isHeld = true } }

    func release() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for one in held { one.resume() }
    }

    func append(_ events: [Event]) async throws(StoreError) {
        await withCheckedContinuation { caller in
            let isHeld = state.withLock { state in
                if state.isHeld { state.held.append(caller) }
                return state.isHeld
            }
            if !isHeld { caller.resume() }
        }
        let failure = state.withLock { state in
            if state.failure == nil {
                state.events += events
                state.batches.append(events.count)
            }
            return state.failure
        }
        if let failure { throw failure }
    }
}
