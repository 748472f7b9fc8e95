import GRDB
import Model
import Store

/// One record of all runs, in a table.
struct SQLiteRecord<Table: RecordTable>: RecordStore {
    let store: SQLiteStore

    func append(_ rows: [Table.Element], to run: RunID) async throws(StoreError) {
        let weight = rows.reduce(0) { $0 + $1.json.count }
        try await store.write(run: run, weight: weight) { database, openRuns in
            try openRuns.update(run, from: database) { open in try Table.append(rows, to: &open, in: database) }
        }
    }

    func page(
        of run: RunID,
        after: Int64,
        matching filter: Table.Element.Filter,
        limit: Int
    ) async throws(StoreError) -> Page<StoredRow<Table.Element>> {
        let limit = min(RecordLimits.page.upperBound, max(RecordLimits.page.lowerBound, limit))
        return try await store.read { database in
            guard let table = try Table(run, in: database) else { return Page(items: [], hasMore: false) }
            let rows = try table.rows(after: after, matching: filter, limit: limit + 1)
            return Page(items: Array(rows.prefix(limit)), hasMore: rows.count > limit)
        }
    }

    func contains(_ id: NumberedID<Table.Element>, of run: RunID) async throws(StoreError) -> Bool {
        try await store.read { database in try Table(run, in: database)?.id(of: id.number) == id }
    }

    func last(of run: RunID) async throws(StoreError) -> NumberedID<Table.Element>? {
        try await store.read { database in try Table(run, in: database)?.last() }
    }
}
