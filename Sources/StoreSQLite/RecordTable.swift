import Foundation
import GRDB
import Model
import Store

/// The rows of one run in one of the tables of the record, on one connection.
///
/// The tables have the columns `position` (the key, ``EventPosition``), `milliseconds` (of the row's id) and `json` alike.
protocol RecordTable: SendableMetatype {
    associatedtype Element: RecordRow

    static var name: String { get }

    var run: RunID { get }
    var position: EventPosition { get }
    var database: Database { get }

    init(run: RunID, position: EventPosition, database: Database)

    /// - Throws: `conflict` when the rows do not follow the last one, or are another run's.
    static func append(_ rows: [Element], to open: inout OpenRun, in database: Database) throws

    func rows(after: Int64, matching filter: Element.Filter, limit: Int) throws -> [StoredRow<Element>]
}

extension RecordTable {
    /// Nil when there is no such run.
    init?(_ run: RunID, in database: Database) throws {
        let number = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT number FROM runs WHERE id = ?"),
            arguments: [run.uuid.blob]
        )
        guard let number else { return nil }
        self.init(run: run, position: EventPosition(run: number), database: database)
    }

    /// The whole id of the row with a number; nil when there is none.
    func id(of number: Int64) throws -> NumberedID<Element>? {
        let found = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT position, milliseconds FROM \(Self.name) WHERE position = ?"),
            arguments: [position[number]]
        )
        return found.map(id(at:))
    }

    func last() throws -> NumberedID<Element>? {
        let found = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT position, milliseconds FROM \(Self.name)
                    WHERE position BETWEEN ? AND ? ORDER BY position DESC LIMIT 1
                    """
            ),
            arguments: [position.range.lowerBound, position.range.upperBound]
        )
        return found.map(id(at:))
    }

    /// Of a row that begins with the columns `position`, `milliseconds` and `json`.
    func stored(_ found: Row) throws -> StoredRow<Element> {
        StoredRow(id: id(at: found), json: try found.withUnsafeData(atIndex: 2) { $0.map { [UInt8]($0) } ?? [] })
    }

    private func id(at found: Row) -> NumberedID<Element> {
        NumberedID(run: run, number: EventPosition.number(at: found[0]), milliseconds: found[1])
    }

    /// - Throws: `conflict` when the rows do not follow the number `last`, are another run's, too many or too large.
    static func check(_ rows: [Element], after last: Int64, of run: RunID) throws(StoreError) {
        guard (1...RecordLimits.appended).contains(rows.count) else {
            throw StoreError(.conflict, "An append takes 1 to \(RecordLimits.appended) rows.")
        }
        for (number, row) in zip((last + 1)..., rows) {
            guard row.number == number, row.id.belongs(to: run) else {
                throw StoreError(.conflict, "The rows do not follow the last one of the run.")
            }
            guard row.json.count <= RecordLimits.jsonInBytes else {
                throw StoreError(.conflict, "A row is larger than \(RecordLimits.jsonInBytes) bytes.")
            }
        }
    }
}
