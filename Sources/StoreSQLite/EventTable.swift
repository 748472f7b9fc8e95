import Foundation
import GRDB
import Model
import Store

/// The rows of one run in the table `events`.
struct EventTable: RecordTable {
    static let name = "events"

    let run: RunID
    let position: EventPosition
    let database: Database

    static func append(_ events: [Event], to open: inout OpenRun, in database: Database) throws {
        try open.append(events, to: database)
    }

    func rows(after: Int64, matching filter: EventFilter, limit: Int) throws -> [StoredEvent] {
        try filter == .everything
            ? all(after: after, limit: limit) : chosen(after: after, matching: filter, limit: limit)
    }

    private func all(after: Int64, limit: Int) throws -> [StoredEvent] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT position, milliseconds, json FROM events
                WHERE position > ? AND position <= ? ORDER BY position LIMIT ?
                """
        )
        var events: [StoredEvent] = []
        events.reserveCapacity(limit)
        let rows = try Row.fetchCursor(statement, arguments: [position[after], position.range.upperBound, limit])
        while let found = try rows.next() { events.append(try stored(found)) }
        return events
    }

    /// Joins the kinds that match, each in the order of the index: one seek a kind, and one an event.
    private func chosen(after: Int64, matching filter: EventFilter, limit: Int) throws -> [StoredEvent] {
        let event = try database.cachedStatement(
            sql: "SELECT position, milliseconds, json FROM events WHERE position = ?"
        )
        var cursors: [(kind: Int64, next: Int64)] = try kinds(matching: filter).compactMap { kind in
            try next(of: kind, after: position[after]).map { (kind, $0) }
        }
        var events: [StoredEvent] = []
        while events.count < limit, let least = cursors.indices.min(by: { cursors[$0].next < cursors[$1].next }) {
            let (kind, place) = cursors[least]
            guard let found = try Row.fetchOne(event, arguments: [place]) else {
                throw StoreError.unreadable("events")
            }
            events.append(try stored(found))
            if let next = try next(of: kind, after: place) {
                cursors[least].next = next
            } else {
                cursors.remove(at: least)
            }
        }
        return events
    }

    private func next(of kind: Int64, after place: Int64) throws -> Int64? {
        // Named, so that the planner never walks the whole run in its place.
        let statement = try database.cachedStatement(
            sql: """
                SELECT position FROM events INDEXED BY events_kind
                WHERE kind = ? AND position > ? ORDER BY position LIMIT 1
                """
        )
        return try Int64.fetchOne(statement, arguments: [kind, place])
    }

    private func kinds(matching filter: EventFilter) throws -> [Int64] {
        var sql = "SELECT number FROM event_kinds WHERE run = ?"
        var arguments: StatementArguments = [position.run]
        func require(_ column: String, in values: [any DatabaseValueConvertible]) {
            guard !values.isEmpty else { return }
            sql += " AND \(column) IN (\(databaseQuestionMarks(count: values.count)))"
            arguments += StatementArguments(values.map { $0 as (any DatabaseValueConvertible)? })
        }
        require("type", in: filter.types.map(\.storageCode))
        require("status", in: filter.statuses.map(\.storageCode))
        require("pageID", in: filter.pageID.map { [$0] } ?? [])
        require("contextID", in: filter.contextID.map { [$0] } ?? [])
        return try Int64.fetchAll(database, sql: sql, arguments: arguments)
    }
}
