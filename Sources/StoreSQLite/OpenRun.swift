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
        last = try Self.lastNumber(row, in: database) ?? 0
    }

    static func lastNumber(_ row: Int64, in database: Database) throws -> Int64? {
        let range = EventPosition(run: row).range
        return try Int64.fetchOne(
            database,
            sql: "SELECT position FROM events WHERE position BETWEEN ? AND ? ORDER BY position DESC LIMIT 1",
            arguments: [range.lowerBound, range.upperBound]
        )
        .map(EventPosition.number(at:))
    }

    /// - Throws: `conflict` when the events do not follow the last one, or are another run's.
    mutating func append(_ events: [Event], to database: Database) throws {
        try check(events)
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

    private func check(_ events: [Event]) throws(StoreError) {
        guard (1...EventLimits.appended).contains(events.count) else {
            throw StoreError(.conflict, "An append takes 1 to \(EventLimits.appended) events.")
        }
        for (number, event) in zip((last + 1)..., events) {
            guard event.number == number, event.id.belongs(to: id) else {
                throw StoreError(.conflict, "The events do not follow the last one of the run.")
            }
            guard event.json.count <= EventLimits.jsonInBytes else {
                throw StoreError(.conflict, "An event is larger than \(EventLimits.jsonInBytes) bytes.")
            }
        }
    }

    private mutating func number(of kind: EventKind, in database: Database) throws -> Int64 {
        if let number = kinds[kind] { return number }
        let number = try kind.number(in: row, of: database) ?? kind.insert(in: row, of: database)
        if kinds.count == Self.rememberedKinds { kinds = [:] }
        kinds[kind] = number
        return number
    }
}
