public import Model
import Recorder
public import Store

extension Runs {
    /// Events of a run with a number above `after`, oldest first; for readers that go by numbers, not by cursors.
    /// - Parameter limit: 1 to 1,000.
    public func events(
        of run: RunID,
        afterNumber after: Int64,
        matching filter: EventFilter = EventFilter(),
        limit: Int
    ) async throws -> Page<StoredEvent> {
        try await store.events(of: run, after: after, matching: filter, limit: limit)
    }

    /// Items of a run's activity with a number above `after`, oldest first.
    /// - Parameter limit: 1 to 1,000.
    public func activity(
        of run: RunID,
        afterNumber after: Int64,
        view: ActivityView,
        limit: Int
    ) async throws -> Page<StoredActivity> {
        try await store.activity(of: run, after: after, matching: ActivityFilter(view: view), limit: limit)
    }
}
