public import Model
import Synchronization

/// What a wait at a ``RecordHub`` came to.
public enum RecordChange: Sendable, Equatable {
    /// Rows above the number waited for have been committed.
    case advanced
    /// The run has ended, or is not known: everything it has is in the store.
    case ended
    /// The time is up, or the waiting task was cancelled.
    case timeout
}

/// The hub of events.
public typealias EventHub = RecordHub<Event>

/// The hub of activity.
public typealias ActivityHub = RecordHub<ActivityItem>

/// Tells readers that rows of a run's record (events, or activity) have been committed, and keeps the newest ones at hand. One for
/// the whole server.
///
/// A run is known from ``opened(_:last:)`` to ``ended(_:)``; then its rows are dropped and all its readers woken.
/// Whatever came before must be read from the store.
public final class RecordHub<Row: NumberedRow>: Sendable {
    public typealias Change = RecordChange

    private let runs = Mutex(Runs())

    public init() {}

    /// Makes a run known, with the number of its last committed row. Call it before readers can learn of the run.
    public func opened(_ run: RunID, last: Int64) { runs.withLock { $0.open[run] = RecordRing(last: last) } }

    /// Adds committed rows, numbered on from the last, and wakes the readers that wait for them, in the order they came.
    /// Does nothing for a run that is not known.
    public func published(_ run: RunID, _ rows: [Row]) {
        for reader in runs.withLock({ $0.published(run, rows) }) { reader.resume(returning: .advanced) }
    }

    /// Forgets a run and wakes all its readers. Everything must be in the store by now.
    public func ended(_ run: RunID) {
        for reader in runs.withLock({ $0.ended(run) }) { reader.resume(returning: .ended) }
    }

    /// The number of a run's last committed row; nil when it has ended or is not known.
    public func lastNumber(of run: RunID) -> Int64? { runs.withLock { $0.open[run]?.last } }

    /// The committed rows with a number above `number`, in order, if they are all at hand; nil when they must be read from
    /// the store. At hand are at most the last 1,024 rows and 2 MiB of a run that has not ended.
    public func recent(_ run: RunID, after number: Int64) -> [Row]? {
        runs.withLock { $0.open[run]?.rows(after: number) }
    }

    /// Waits until a run has committed a row with a number above `number`, or has ended; at once when that is so already.
    /// - Parameter timeout: How long to wait at most. Any number of tasks may wait.
    public func wait(for run: RunID, after number: Int64, timeout: Duration) async -> Change {
        if let change = runs.withLock({ $0.change(of: run, after: number) }) { return change }
        let ticket = runs.withLock { $0.newTicket() }
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.giveUp(ticket, of: run, after: timeout) }
            let change = await withCheckedContinuation { reader in
                let change = runs.withLock { $0.wait(ticket, for: run, after: number, reader) }
                if let change { reader.resume(returning: change) }
            }
            group.cancelAll()
            return change
        }
    }

    /// Readers that wait for a run now.
    var waitingCount: Int { runs.withLock { runs in runs.readers.values.reduce(0) { $0 + $1.count } } }

    private func giveUp(_ ticket: Int64, of run: RunID, after timeout: Duration) async {
        do {
            try await Task.sleep(for: timeout)
        } catch {
            // Cancelled with its reader, or because the reader was woken; either way the wait is over now.
        }
        runs.withLock { $0.giveUp(ticket, of: run) }?.resume(returning: .timeout)
    }
}
