import Foundation
import GRDB
import Model
import Store

/// Where the record of an open run ends.
struct OpenRun: Sendable {
    let id: RunID
    /// The run's number among all runs, which stands for its id in the tables of events.
    let row: Int64
    private(set) var last: Int64
    /// The kinds met of late; emptied when full.
    private var kinds: [EventKind: Int64] = [:]

    static let rememberedKinds = 4096

    /// - Throws: `notFound`; `conflict` when the run is closed.
    init(_ id: RunID, from database: Database) throws {
        let found = try Row.fetchOne(
            database,
            sql: "SELECT number, status FROM runs WHERE id = ?",
            arguments: [id.uuid.blob]
        )
        guard let found else { throw StoreError(.notFound, "There is no such run.") }
        guard found["status"] == Run.Status.active.rawValue else {
            throw StoreError(.conflict, "The run is closed.")
        }
        self.id = id
        row = found["number"]
        last = try EventTable(run: id, position: EventPosition(run: row), database: database).last()?.number ?? 0
    }

    /// - Throws: `conflict` when the events do not follow the last one, or are another run's.
    mutating func append(_ events: [Event], to database: Database) throws {
        try EventTable.check(events, after: last, of: id)
        let insert = try database.cachedStatement(
            sql: "INSERT INTO events (position, kind, milliseconds, json) VALUES (?, ?, ?, ?)"
        )
        let position = EventPosition(run: row)
        for event in events {
            let kind = try number(of: EventKind(event), in: database)
            try insert.execute(
                arguments: [position[event.number], kind, event.id.uuid.milliseconds, Data(event.json)]
            )
        }
        last += Int64(events.count)
    }

    private mutating func number(of kind: EventKind, in database: Database) throws -> Int64 {
        if let number = kinds[kind] { return number }
        let number = try kind.number(in: row, of: database) ?? kind.insert(in: row, of: database)
        if kinds.count == Self.rememberedKinds { kinds = [:] }
        kinds[kind] = number
        return number
    }
}
