import Foundation
import GRDB
import Model
import Store

/// The rows of one run in the table `activity`.
struct ActivityTable: RecordTable {
    static let name = "activity"

    let run: RunID
    let position: EventPosition
    let database: Database

    static func append(_ items: [ActivityItem], to open: inout OpenRun, in database: Database) throws {
        let table = Self(run: open.id, position: EventPosition(run: open.row), database: database)
        try check(items, after: try table.last()?.number ?? 0, of: open.id)
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO activity (position, milliseconds, type, category, severity, view, invocationID, fileID, json)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        for item in items {
            try insert.execute(
                arguments: [
                    table.position[item.number], item.id.uuid.milliseconds, item.type, item.category.rawValue,
                    item.severity.rawValue, item.view.rawValue, item.invocationID, item.fileID, Data(item.json),
                ]
            )
        }
    }

    func rows(after: Int64, matching filter: ActivityFilter, limit: Int) throws -> [StoredActivity] {
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
            .map(stored)
    }
}
