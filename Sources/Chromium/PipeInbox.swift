import Synchronization

/// Messages on their way from the event loop to one reader.
final class PipeInbox: Sendable {
    /// Above this many waiting bytes the loop stops reading.
    static let limit = 1 << 20

    fileprivate struct State {
        var batch: [[UInt8]] = []
        var bytes = 0
        var isPaused = false
        var isClosed = false
        var waiter: CheckedContinuation<[[UInt8]]?, Never>?
    }

    private let state = Mutex(State())

    /// False when the loop shall stop reading until `take()` says that it was paused.
    func put(_ batch: [[UInt8]]) -> Bool {
        let (waiter, goesOn) = state.withLock { state -> (CheckedContinuation<[[UInt8]]?, Never>?, Bool) in
            if let waiter = state.waiter.take() { return (waiter, true) }
            state.batch.append(contentsOf: batch)
            state.bytes += batch.reduce(0) { $0 + $1.count }
            state.isPaused = state.bytes >= Self.limit
            return (nil, !state.isPaused)
        }
        waiter?.resume(returning: batch)
        return goesOn
    }

    /// All that waits, or the next batch; nil once closed and empty. Beside it whether the loop had stopped reading.
    func take() async -> (batch: [[UInt8]]?, wasPaused: Bool) {
        if let waiting = takeWaiting() { return (waiting.0, waiting.1) }
        let batch = await withCheckedContinuation { (continuation: CheckedContinuation<[[UInt8]]?, Never>) in
            let atOnce: [[UInt8]]?? = state.withLock { state in
                if !state.batch.isEmpty { return .some(state.removeAll()) }
                if state.isClosed { return .some(nil) }
                state.waiter = continuation
                return nil
            }
            if let atOnce { continuation.resume(returning: atOnce) }
        }
        return (batch, state.withLock { $0.resume() })
    }

    private func takeWaiting() -> ([[UInt8]], Bool)? {
        state.withLock { state in
            guard !state.batch.isEmpty else { return nil }
            return (state.removeAll(), state.resume())
        }
    }

    func close() {
        let waiter = state.withLock { state in
            state.isClosed = true
            return state.waiter.take()
        }
        waiter?.resume(returning: nil)
    }
}

extension PipeInbox.State {
    fileprivate mutating func removeAll() -> [[UInt8]] {
        bytes = 0
        var all: [[UInt8]] = []
        swap(&all, &batch)
        return all
    }

    /// True once after each pause.
    fileprivate mutating func resume() -> Bool {
        // What came meanwhile may have filled the inbox again; then the pause goes on until it is taken.
        guard isPaused, bytes < PipeInbox.limit else { return false }
        isPaused = false
        return true
    }
}
