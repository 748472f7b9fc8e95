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
        require(column, among: Set(values.map(\.rawValue)))
    }

    /// No values: no condition.
    mutating func require(_ column: String, among values: Set<String>) {
        guard !values.isEmpty else { return }
        conditions.append("\(column) IN (\(databaseQuestionMarks(count: values.count)))")
        arguments += StatementArguments(values)
    }

    mutating func require(_ condition: String, _ values: any DatabaseValueConvertible...) {
        conditions.append(condition)
        arguments += StatementArguments(values)
    }

    /// `WHERE ...` with its arguments; empty without conditions.
    var condition: (sql: String, arguments: StatementArguments) {
        (conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))", arguments)
    }

    func page<Noun, Item>(
        _ request: PageRequest<Identifier<Noun>>,
        from database: Database,
        decode: (Row) throws -> Item
    ) throws -> Page<Item> {
        var listing = self
        if let before = request.before { listing.require("id < ?", before.uuid.blob) }
        let limit = min(200, max(1, request.limit))
        let (filter, arguments) = listing.condition
        let sql = "SELECT \(columns) FROM \(table) \(filter) ORDER BY id DESC LIMIT ?"
        let rows = try Row.fetchAll(database, sql: sql, arguments: arguments + [limit + 1])
        return Page(items: try rows.prefix(limit).map(decode), hasMore: rows.count > limit)
    }
}
