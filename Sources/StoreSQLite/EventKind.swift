import GRDB
import Model

/// What the filters of events look at. Runs have few kinds and many events, so that each event keeps only the number
/// of its kind, and an index over (kind, position) finds the events of any filter, rare or absent, by a few seeks.
struct EventKind: Hashable, Sendable {
    let type: EventType
    let status: EventStatus?
    let pageID: String?
    let contextID: String?

    init(_ event: Event) {
        type = event.type
        status = event.status
        pageID = event.pageID
        contextID = event.contextID
    }

    /// The kind's number in a run; nil when the run has no event of it yet.
    func number(in run: Int64, of database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT number FROM event_kinds
                    WHERE run = ? AND type = ? AND status IS ? AND pageID IS ? AND contextID IS ?
                    """
            ),
            arguments: [run, type.storageCode, status?.storageCode, pageID, contextID]
        )
    }

    /// Adds the kind to a run and returns its number.
    func insert(in run: Int64, of database: Database) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO event_kinds (run, type, status, pageID, contextID) VALUES (?, ?, ?, ?, ?)",
            arguments: [run, type.storageCode, status?.storageCode, pageID, contextID]
        )
        return database.lastInsertedRowID
    }
}
