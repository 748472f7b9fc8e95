import GRDB
import Glibc
import Store

/// How the database file is made and opened.
enum DatabaseFile {
    static let maximumReaders = 4
    /// `PRAGMA synchronous`: 2 is FULL, which syncs the log at every commit (https://sqlite.org/pragma.html#pragma_synchronous).
    static let fullSynchronous = 2

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the file for its owner alone; SQLite gives `-wal` and `-shm` the same mode.
    static func create(_ path: String) throws(StoreError) {
        let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, "The database file cannot be opened") }
        defer { Glibc.close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else {
            throw StoreError(systemError: errno, "The database file's mode cannot be set")
        }
    }

    static func open(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.maximumReaderCount = maximumReaders
        configuration.busyMode = .timeout(5)
        // Takes effect on an empty file only. In pages of 4,096 bytes events waste more of each page.
        configuration.prepareDatabase { database in try database.execute(sql: "PRAGMA page_size = 8192") }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL while it opens a pool, after the configuration's own preparation: hence here.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            guard level == fullSynchronous else {
                throw StoreError(.unavailable, "SQLite does not sync each commit to the disk; check how it was built.")
            }
        }
        return pool
    }
}
