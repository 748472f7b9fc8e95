import GRDB
public import Model
public import Store

extension SQLiteStore {
    public func append(_ events: [Event], to run: RunID) async throws(StoreError) {
        let weight = events.reduce(0) { $0 + $1.json.count }
        try await write(run: run, weight: weight) { database, openRuns in
            try openRuns.update(run, from: database) { open in try open.append(events, to: database) }
        }
    }

    public func events(
        of run: RunID,
        after: Int64,
        matching filter: EventFilter,
        limit: Int
    ) async throws(StoreError) -> Page<StoredEvent> {
        let limit = min(EventLimits.page.upperBound, max(EventLimits.page.lowerBound, limit))
        return try await read { database in
            guard let reader = try EventReader(run, in: database) else { return Page(items: [], hasMore: false) }
            let events =
                filter.isEmpty
                ? try reader.events(after: after, limit: limit + 1)
                : try reader.events(after: after, matching: filter, limit: limit + 1)
            return Page(items: Array(events.prefix(limit)), hasMore: events.count > limit)
        }
    }

    public func contains(_ id: EventID, of run: RunID) async throws(StoreError) -> Bool {
        try await read { database in try EventReader(run, in: database)?.id(of: id.number) == id }
    }

    public func lastEvent(of run: RunID) async throws(StoreError) -> EventID? {
        try await read { database in
            guard let reader = try EventReader(run, in: database) else { return nil }
            return try OpenRun.lastNumber(reader.row, in: database).flatMap(reader.id(of:))
        }
    }
}
