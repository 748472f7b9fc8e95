public import Model
import Recorder
public import Store

/// Reads the rows of a run's record in order, first those that are stored, then those that come, each once.
///
/// It pulls: a reader that is slow holds nothing in memory but its place.
public struct RecordReader<Row: RecordRow>: Sendable {
    public enum Step: Sendable {
        /// The next rows that match, 1 to 500.
        case rows([StoredRow<Row>])
        /// Nothing came in the time given.
        case idle
        /// The run has ended and everything was read.
        case ended(Run)
    }

    private static var pageSize: Int { 500 }
    /// Between looks at a run that nobody records any more and that is not sealed yet, as on a full disk.
    private static var pauseWhileSealing: Duration { .milliseconds(200) }

    let run: RunID
    /// The number of the last row that was looked at.
    var after: Int64
    let filter: Row.Filter
    let store: any Store
    let rows: any RecordStore<Row>
    let hub: RecordHub<Row>

    /// The next step; waits at most `timeout` for it.
    public mutating func next(timeout: Duration) async throws -> Step {
        let deadline = ContinuousClock.now.advanced(by: timeout)
        while true {
            let open = hub.lastNumber(of: run)
            let rows = try await read(through: open)
            if !rows.isEmpty { return .rows(rows) }
            if open == nil, let ended = try await endedRun() { return .ended(ended) }
            let change = await hub.wait(for: run, after: after, timeout: max(.zero, deadline - .now))
            try Task.checkCancellation()
            if change == .timeout { return .idle }
            if change == .ended, open == nil { try await Task.sleep(for: Self.pauseWhileSealing) }
        }
    }

    private func endedRun() async throws -> Run? {
        guard let run = try await store.run(run) else { throw ControlPlaneError.runNotFound(run) }
        return run.status == .active ? nil : run
    }

    /// Reads on from where it stands.
    /// - Parameter known: the run's last number before the read: where nothing matched, the reader stands behind it then.
    private mutating func read(through known: Int64?) async throws -> [StoredRow<Row>] {
        if let recent = hub.recent(run, after: after) {
            if let last = recent.last { after = last.number }
            return recent.filter(filter.matches).map { StoredRow(id: $0.id, json: $0.json) }
        }
        let page = try await rows.page(of: run, after: after, matching: filter, limit: Self.pageSize)
        after = max(after, page.items.last?.id.number ?? 0, page.hasMore ? 0 : known ?? 0)
        return page.items
    }
}
