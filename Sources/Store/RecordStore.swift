public import Model

/// A row of a run's record that a store keeps: an event, or an item of the activity.
public protocol RecordRow: NumberedRow {
    /// What chooses among such rows.
    associatedtype Filter: RecordFilter where Filter.Row == Self
}

/// Which rows of a run's record are wanted.
public protocol RecordFilter: Sendable, Equatable {
    associatedtype Row: NumberedRow

    /// Leaves nothing out.
    static var everything: Self { get }

    func matches(_ row: Row) -> Bool
}

/// One record of all runs, their events or their activity.
public protocol RecordStore<Row>: Sendable {
    associatedtype Row: RecordRow

    /// Appends rows to an open run, all or none, in the order given. Their numbers follow the last stored one without a gap.
    ///
    /// Appends of several runs that come at the same time share one commit.
    /// - Parameter rows: 1 to 5,000 rows, each with JSON of at most 1 MiB.
    /// - Throws: `conflict` when a number is taken or leaves a gap, or the run is closed; `notFound`; `full`; `unavailable`.
    func append(_ rows: [Row], to run: RunID) async throws(StoreError)

    /// Rows of a run with a number above `after` that match the filter, oldest first; at most `limit` (1 to 1,000).
    func page(
        of run: RunID,
        after: Int64,
        matching filter: Row.Filter,
        limit: Int
    ) async throws(StoreError) -> Page<StoredRow<Row>>

    /// Whether this very row is stored: the number, the time and the run of the id all agree.
    func contains(_ id: NumberedID<Row>, of run: RunID) async throws(StoreError) -> Bool

    /// The last stored row's id; nil for a run without rows.
    func last(of run: RunID) async throws(StoreError) -> NumberedID<Row>?
}
