import Foundation
import GRDB
import Logging
import Model
import Store
import Testing

@testable import StoreSQLite

@Suite struct FileTests {
    @Test func `commits are synced in full, into a log`() async throws {
        try await withStore { store in
            let (level, mode) = try await store.pool.writeWithoutTransaction { database in
                (
                    try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                    try String.fetchOne(database, sql: "PRAGMA journal_mode")
                )
            }
            #expect(level == 2)
            #expect(mode == "wal")
            let size = try await store.pool.read { try Int.fetchOne($0, sql: "PRAGMA page_size") }
            #expect(size == 8192)
        }
    }

    @Test func `files are their owner's alone`() async throws {
        try await withStore { store in
            let folder = DatabaseFile.folder(of: store.pool.path)
            for name in ["martlet.db", "martlet.db-wal", "lock", "reserve"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                let mode = try #require(attributes[.posixPermissions] as? Int)
                // What others may do depends on the umask for files without content.
                #expect(mode & 0o077 == 0, "\(name)")
            }
        }
    }

    @Test func `migrations make the tables of an empty file, once`() async throws {
        try await withFolder { folder in
            for _ in 1...2 {
                let store = try openStore(in: folder)
                let applied = try await store.pool.read { try Migrations.migrator.appliedIdentifiers($0) }
                let expected: Set = ["001-nouns", "002-record", "003-access", "004-activity", "006-files", "007-live"]
                #expect(applied == expected.union(["008-runtime-names"]))
                try store.close()
            }
        }
    }

    @Test func `runs get the names of their runtimes`() async throws {
        let database = try DatabaseQueue()
        try Migrations.migrator.migrate(database, upTo: "007-live")
        let names = try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO runtimes (id, spaceID, name, status, config, createdAt, updatedAt)
                        VALUES (x'02', x'01', 'shop', 'stopped', '{}', 0, 0);
                    INSERT INTO runs (id, runtimeID, spaceID, status, startedAt, eventCount)
                        VALUES (x'03', x'02', x'01', 'stopped', 0, 0), (x'04', x'05', x'01', 'stopped', 0, 0);
                    """
            )
            try Migrations.runtimeNames(database)
            return try String.fetchAll(database, sql: "SELECT runtimeName FROM runs ORDER BY id")
        }
        #expect(names == ["shop", "Deleted runtime"])
    }

    @Test func `a database of a newer version is refused`() async throws {
        try await withFolder { folder in
            let store = try openStore(in: folder)
            try await store.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-later')") }
            try store.close()
            await expect(.unavailable) { _ = try openStore(in: folder) }
        }
    }

    @Test func `a second store of one folder is refused`() async throws {
        try await withFolder { folder in
            let store = try openStore(in: folder)
            await expect(.unavailable) { _ = try openStore(in: folder) }
            try store.close()
            try openStore(in: folder).close()
        }
    }

    @Test func `a folder that is missing and a file that is no database are refused`() async throws {
        await expect(.unavailable) { _ = try SQLiteStore(path: "/nowhere/martlet.db", logger: .silent) }
        try await withFolder { folder in
            let text = Data(String(repeating: "not a database ", count: 100).utf8)
            try text.write(to: URL(filePath: "\(folder)/martlet.db"))
            await expect(.unavailable) { _ = try openStore(in: folder) }
        }
    }

    @Test func `a copy of the files taken while writing holds every acknowledged event`() async throws {
        try await withFolder { folder in
            let store = try openStore(in: folder)
            let run = try await store.openedRun()
            let writer = Task {
                for number in Int64(2)...120 {
                    try await store.events.append([run.event(number)], to: run.id)
                }
            }
            while try await store.run(run.id)?.eventCount ?? 0 < 50 { await Task.yield() }
            let acknowledged = try #require(try await store.run(run.id)).eventCount
            let copy = "\(folder)/copy"
            try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
            // The log last: so few events bring no checkpoint, so that file and log belong together.
            for name in ["martlet.db", "martlet.db-wal"] {
                try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(copy)/\(name)")
            }
            try await writer.value
            try store.close()
            let recovered = try openStore(in: copy)
            let numbers = try await recovered.numbers(of: run)
            #expect(numbers.count >= acknowledged)
            #expect(numbers == Array(1...Int64(numbers.count)))
            #expect(try await recovered.openRuns().map(\.id) == [run.id])
            try recovered.close()
        }
    }
}
