public import Model
import Recorder
public import Store

/// One record of the runs, their events or their activity: in pages, and followed as it comes.
public struct RunRecord<Row: RecordRow>: Sendable {
    let store: any Store
    let rows: any RecordStore<Row>
    let hub: RecordHub<Row>

    /// Rows after `cursor`, oldest first.
    /// - Throws: `run.not_found`; `request.invalid` when the cursor is no row of this record of the run.
    public func page(
        of run: RunID,
        after cursor: NumberedID<Row>?,
        matching filter: Row.Filter,
        limit: Int
    ) async throws -> Page<StoredRow<Row>> {
        let number = try await number(of: cursor, in: run)
        return try await rows.page(of: run, after: number, matching: filter, limit: limit)
    }

    /// Rows with a number above `number`, oldest first; for readers that go by numbers, not by cursors.
    /// - Parameter limit: 1 to 1,000.
    public func page(
        of run: RunID,
        afterNumber number: Int64,
        matching filter: Row.Filter = .everything,
        limit: Int
    ) async throws -> Page<StoredRow<Row>> {
        try await rows.page(of: run, after: number, matching: filter, limit: limit)
    }

    /// Reads rows from `cursor` (the first one when nil) and goes on as they come.
    /// - Throws: `run.not_found`; `request.invalid` when the cursor is no row of this record of the run.
    public func follow(
        _ run: RunID,
        after cursor: NumberedID<Row>?,
        matching filter: Row.Filter
    ) async throws -> RecordReader<Row> {
        let number = try await number(of: cursor, in: run)
        return RecordReader(run: run, after: number, filter: filter, store: store, rows: rows, hub: hub)
    }

    private func number(of cursor: NumberedID<Row>?, in run: RunID) async throws -> Int64 {
        guard try await store.run(run) != nil else { throw ControlPlaneError.runNotFound(run) }
        guard let cursor else { return 0 }
        guard try await rows.contains(cursor, of: run) else { throw ControlPlaneError.foreignCursor }
        return cursor.number
    }
}
