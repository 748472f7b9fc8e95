import GRDB
import Store

extension Database {
    /// - Throws: `notFound` when the last statement changed no row.
    func requireChange(_ message: String) throws(StoreError) {
        guard changesCount > 0 else { throw StoreError(.notFound, message) }
    }

    func exists(_ table: String, blob id: any DatabaseValueConvertible) throws -> Bool {
        try Row.fetchOne(self, sql: "SELECT 1 FROM \(table) WHERE id = ?", arguments: [id]) != nil
    }
}
