import Foundation
import GRDB
public import Model
public import Store

extension SQLiteStore {
    public func appendActivity(_ items: [ActivityItem], to run: RunID) async throws(StoreError) {
        let weight = items.reduce(0) { $0 + $1.json.count }
        try await write(run: run, weight: weight) { database, openRuns in
            try openRuns.update(run, from: database) { open in
                try ActivityTable(run: run, row: open.row).append(items, to: database)
            }
        }
    }

    public func activity(
        of run: RunID,
        after: Int64,
        matching filter: ActivityFilter,
        limit: Int
    ) async throws(StoreError) -> Page<StoredActivity> {
        let limit = min(EventLimits.page.upperBound, max(EventLimits.page.lowerBound, limit))
        return try await read { database in
            guard let table = try ActivityTable(run, in: database) else { return Page(items: [], hasMore: false) }
            let items = try table.items(after: after, matching: filter, limit: limit + 1, in: database)
            return Page(items: Array(items.prefix(limit)), hasMore: items.count > limit)
        }
    }

    public func contains(_ id: ActivityID, of run: RunID) async throws(StoreError) -> Bool {
        try await read { database in try ActivityTable(run, in: database)?.id(of: id.number, in: database) == id }
    }

    public func lastActivity(of run: RunID) async throws(StoreError) -> ActivityID? {
        try await read { database in try ActivityTable(run, in: database)?.last(in: database) }
    }
}
