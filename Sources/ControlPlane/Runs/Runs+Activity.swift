public import Model
import Recorder
public import Store

extension Runs {
    /// The activity after `cursor`, oldest first.
    /// - Throws: `request.invalid` when the cursor is no item of the run's activity.
    public func activity(
        of id: RunID,
        after cursor: ActivityID?,
        matching filter: ActivityFilter,
        limit: Int
    ) async throws -> Page<StoredActivity> {
        _ = try await get(id)
        let number = try await number(of: cursor, in: id)
        return try await store.activity(of: id, after: number, matching: filter, limit: limit)
    }

    /// Reads the activity from `cursor` (the first item when nil) and goes on as it comes.
    /// - Throws: `request.invalid` when the cursor is no item of the run's activity.
    public func followActivity(
        _ id: RunID,
        after cursor: ActivityID?,
        matching filter: ActivityFilter
    ) async throws -> ActivityReader {
        _ = try await get(id)
        let number = try await number(of: cursor, in: id)
        return ActivityReader(run: id, after: number, store: store, hub: activityHub, matches: filter.matches) {
            [store] after, limit in
            try await store.activity(of: id, after: after, matching: filter, limit: limit)
        }
    }

    private func number(of cursor: ActivityID?, in run: RunID) async throws -> Int64 {
        guard let cursor else { return 0 }
        guard try await store.contains(cursor, of: run) else {
            throw ControlPlaneError.foreignCursor("an item of the activity")
        }
        return cursor.number
    }
}
