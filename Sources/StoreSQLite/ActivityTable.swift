import Foundation
import GRDB
import Model
import Store

/// The rows of one run in the table `activity`.
struct ActivityTable {
    private let run: RunID
    private let position: EventPosition

    init(run: RunID, row: Int64) {
        self.run = run
        position = EventPosition(run: row)
    }

    /// Nil when there is no such run.
    init?(_ run: RunID, in database: Database) throws {
        guard let reader = try EventReader(run, in: database) else { return nil }
        self.init(run: run, row: reader.row)
    }

    /// - Throws: `conflict` when the items do not follow the last one, or are another run's.
    func append(_ items: [ActivityItem], to database: Database) throws {
        try check(items, after: try last(in: database)?.number ?? 0)
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO activity (position, milliseconds, type, category, severity, view, invocationID, fileID, json)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        for item in items {
            try insert.execute(
                arguments: [
                    position[item.number], item.id.uuid.milliseconds, item.type, item.category.rawValue,
                    item.severity.rawValue, item.view.rawValue, item.invocationID, item.fileID, Data(item.json),
                ]
            )
        }
    }

    private func check(_ items: [ActivityItem], after last: Int64) throws(StoreError) {
        guard (1...EventLimits.appended).contains(items.count) else {
            throw StoreError(.conflict, "An append takes 1 to \(EventLimits.appended) items.")
        }
        for (number, item) in zip((last + 1)..., items) {
            guard item.number == number, item.id.belongs(to: run) else {
                throw StoreError(.conflict, "The items do not follow the last one of the run.")
            }
            guard item.json.count <= EventLimits.jsonInBytes else {
                throw StoreError(.conflict, "An item is larger than \(EventLimits.jsonInBytes) bytes.")
            }
        }
    }

    func last(in database: Database) throws -> ActivityID? {
        let found = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT position, milliseconds FROM activity
                    WHERE position BETWEEN ? AND ? ORDER BY position DESC LIMIT 1
                    """
            ),
            arguments: [position.range.lowerBound, position.range.upperBound]
        )
        return found.map(id(at:))
    }

    /// The whole id of the item with a number; nil when there is none.
    func id(of number: Int64, in database: Database) throws -> ActivityID? {
        let found = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT position, milliseconds FROM activity WHERE position = ?"),
            arguments: [position[number]]
        )
        return found.map(id(at:))
    }

    func items(
        after: Int64,
        matching filter: ActivityFilter,
        limit: Int,
        in database: Database
    ) throws -> [StoredActivity] {
        var sql = "SELECT position, milliseconds, json FROM activity WHERE position > ? AND position <= ?"
        var arguments: StatementArguments = [position[after], position.range.upperBound]
        func require(_ column: String, in values: [String]) {
            guard !values.isEmpty else { return }
            sql += " AND \(column) IN (\(databaseQuestionMarks(count: values.count)))"
            arguments += StatementArguments(values)
        }
        require("view", in: filter.view == .normal ? [ActivityView.normal.rawValue] : [])
        require("type", in: Array(filter.types))
        require("category", in: filter.categories.map(\.rawValue))
        require("severity", in: filter.severities.map(\.rawValue))
        require("invocationID", in: filter.invocationID.map { [$0] } ?? [])
        require("fileID", in: filter.fileID.map { [$0] } ?? [])
        arguments += [limit]
        return try Row.fetchAll(database, sql: sql + " ORDER BY position LIMIT ?", arguments: arguments)
            .map { found in StoredActivity(id: id(at: found), json: [UInt8](found["json"] as Data)) }
    }

    private func id(at found: Row) -> ActivityID {
        ActivityID(run: run, number: EventPosition.number(at: found[0]), milliseconds: found[1])
    }
}
