import Synchronization

/// How many frames are on their way to one viewer: at most ``limit``, so that a slow line holds no old pictures.
final class AckWindow: Sendable {
    static let limit = 2

    private struct State {
        /// Frames sent and not acknowledged, oldest first.
        var underWay: [Int64] = []
        var waiter: CheckedContinuation<Void, Never>?
        var isOver = false
        var acknowledged = 0
    }

    private let state = Mutex(State())

    func sent(_ number: Int64) { state.withLock { $0.underWay.append(number) } }

    /// Takes an acknowledgement of a frame and of all before it. One that was never sent changes nothing.
    func acknowledge(_ number: Int64) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let index = state.underWay.firstIndex(of: number) else { return nil }
            state.underWay.removeFirst(index + 1)
            state.acknowledged += index + 1
            return state.waiter.take()
        }
        waiter?.resume()
    }

    /// Frames acknowledged since the last call.
    func takeCount() -> Int {
        state.withLock { state in
            defer { state.acknowledged = 0 }
            return state.acknowledged
        }
    }

    /// Waits until one more frame may be sent. False when none may in the time given. One waits at a time.
    func room(within timeout: Duration) async -> Bool {
        if hasRoom { return true }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await Task.sleep(for: timeout) } catch {}
                self.giveUp()
            }
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if state.isOver || state.underWay.count < Self.limit { return true }
                    state.waiter = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
            group.cancelAll()
        }
        state.withLock { $0.isOver = false }
        return hasRoom
    }

    private var hasRoom: Bool { state.withLock { $0.underWay.count < Self.limit } }

    private func giveUp() {
        state.withLock { state in
            state.isOver = true
            return state.waiter.take()
        }?.resume()
    }
}
