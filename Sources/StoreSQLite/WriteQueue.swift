import GRDB
import Logging
import Store
import Synchronization

/// Hands writes to the one writer, in the order of their arrival: all that wait when a transaction ends go into the next.
///
/// It holds nothing that its callers do not hold: each waits for its own write.
final class WriteQueue: Sendable {
    /// A transaction takes no further writes when its events reach this size.
    static let transactionLimitInBytes = 16 * 1024 * 1024

    private struct Waiting {
        var writes: [(write: PendingWrite, done: CheckedContinuation<StoreError?, Never>)] = []
        var isScheduled = false
        var isRefusing = false
    }

    private let pool: DatabasePool
    private let waiting = Mutex(Waiting())
    /// Used on the pool's writer queue alone; the lock is never contended.
    private let writer: Mutex<Writer>

    init(pool: DatabasePool, folder: String, reserve: Reserve, logger: Logger) {
        self.pool = pool
        writer = Mutex(Writer(folder: folder, reserve: reserve, logger: logger))
    }

    /// Returns when the write is on the disk, or why it is not.
    func submit(_ write: PendingWrite) async -> StoreError? {
        await withCheckedContinuation { done in
            let (isRefused, mustSchedule) = waiting.withLock { waiting in
                guard !waiting.isRefusing else { return (true, false) }
                waiting.writes.append((write, done))
                defer { waiting.isScheduled = true }
                return (false, !waiting.isScheduled)
            }
            if isRefused { done.resume(returning: StoreError(.unavailable, "The store is closed.")) }
            if mustSchedule { pool.asyncWriteWithoutTransaction { database in self.drain(into: database) } }
        }
    }

    /// Further writes fail; those submitted go on.
    func refuse() { waiting.withLock { waiting in waiting.isRefusing = true } }

    private func drain(into database: Database) {
        while let group = next() {
            let results = writer.withLock { writer in writer.commit(group.map(\.write), to: database) }
            for (pending, result) in zip(group, results) { pending.done.resume(returning: result) }
        }
    }

    /// The writes of the next transaction; nil, and no longer scheduled, when none waits.
    private func next() -> [(write: PendingWrite, done: CheckedContinuation<StoreError?, Never>)]? {
        waiting.withLock { waiting in
            guard !waiting.writes.isEmpty else {
                waiting.isScheduled = false
                return nil
            }
            var weight = 0
            let end = waiting.writes.firstIndex { pending in
                defer { weight += pending.write.weight }
                return weight > Self.transactionLimitInBytes
            }
            let group = Array(waiting.writes[..<(end ?? waiting.writes.endIndex)])
            waiting.writes.removeFirst(group.count)
            return group
        }
    }
}
