import GRDB
import Model
import Store

/// The rows of one table that a page of a list is made of, newest first.
struct Listing: Sendable {
    private let columns: String
    private let table: String
    private var conditions: [String] = []
    private var arguments = StatementArguments()

    init(_ table: String, columns: String = "*") {
        self.table = table
        self.columns = columns
    }

    mutating func require<Noun>(_ column: String, equals id: Identifier<Noun>?) {
        guard let id else { return }
        conditions.append("\(column) = ?")
        arguments += [id.uuid.blob]
    }

    /// No values: no condition.
    mutating func require<Value: RawRepresentable<String>>(_ column: String, in values: Set<Value>) {
        guard !values.isEmpty else { return }
        conditions.append("\(column) IN (\(databaseQuestionMarks(count: values.count)))")
        arguments += StatementArguments(values.map(\.rawValue))
    }

    func page<Noun, Item>(
        _ request: PageRequest<Identifier<Noun>>,
        from database: Database,
        decode: (Row) throws -> Item
    ) throws -> Page<Item> {
        var (conditions, arguments) = (conditions, arguments)
        if let before = request.before {
            conditions.append("id < ?")
            arguments += [before.uuid.blob]
        }
        let limit = min(200, max(1, request.limit))
        arguments += [limit + 1]
        let filter = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        let sql = "SELECT \(columns) FROM \(table) \(filter) ORDER BY id DESC LIMIT ?"
        let rows = try Row.fetchAll(database, sql: sql, arguments: arguments)
        return Page(items: try rows.prefix(limit).map(decode), hasMore: rows.count > limit)
    }
}
