import GRDB
public import Model
public import Store

/// Conditions on the table `files`.
extension Listing {
    init(_ table: String, _ filter: FileFilter) {
        self.init(table)
        require(filter)
        if let path = filter.path { require("path = ?", path) }
        if filter.isDirectlyBelowPrefix { require("instr(substr(path, ?), '/') = 0", Self.start(filter)) }
    }

    /// All conditions but those on how deep a file lies.
    mutating func require(_ filter: FileFilter) {
        require("runID", equals: filter.runID)
        require("runtimeID", equals: filter.runtimeID)
        if let namespace = filter.namespace { require("namespace = ?", namespace) }
        if let source = filter.source { require("source = ?", source.rawValue) }
        if let time = filter.createdAfter { require("createdAt > ?", time.milliseconds) }
        if let part = filter.nameContains { require("name LIKE ? ESCAPE '\\'", "%\(Self.escaped(part))%") }
        require("type", among: filter.types)
        if let prefix = filter.prefix, !prefix.isEmpty {
            // The bounds let the index of paths serve; the comparison of bytes is exact.
            require("path >= ?", prefix)
            require("path < ?", prefix + "\u{10FFFF}")
            require("substr(path, 1, length(?)) = ?", prefix, prefix)
        }
    }

    /// Where the path goes on after the prefix, counted from 1 in code points as SQLite does.
    static func start(_ filter: FileFilter) -> Int { (filter.prefix ?? "").unicodeScalars.count + 1 }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            if ["%", "_", "\\"].contains(character) { escaped += "\\" }
            escaped.unicodeScalars.append(character)
        }
        return escaped
    }
}

extension SQLiteStore {
    public func folders(_ filter: FileFilter, limit: Int) async throws(StoreError) -> [FileFolder] {
        try await read { database in
            var listing = Listing("files")
            listing.require(filter)
            let (condition, arguments) = listing.condition
            let start = Listing.start(filter)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT substr(path, 1, ? - 2 + instr(substr(path, ?), '/')) AS folder, count(*) AS count,
                        sum(sizeInBytes) AS bytes, max(createdAt) AS last
                    FROM files \(condition.isEmpty ? "WHERE" : "\(condition) AND") instr(substr(path, ?), '/') > 0
                    GROUP BY folder ORDER BY folder LIMIT ?
                    """,
                arguments: [start, start] + arguments + [start, limit]
            )
            return rows.map { row in
                FileFolder(
                    path: row["folder"],
                    fileCount: row["count"],
                    totalBytes: row["bytes"],
                    lastCreatedAt: row.optionalTime("last")
                )
            }
        }
    }
}
