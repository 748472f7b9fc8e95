import Foundation
import GRDB
import Logging
import Model
import Store
import StoreSQLite

/// Appends the same rows through the store and through GRDB alone, in turn.
struct AppendBenchmark {
    let folder: String
    let tasks: Int
    let batch: Int
    let rows: Int

    func run() async throws {
        let rows = min(self.rows, batch * tasks * 2000)
        var (store, raw): ([Double], [Double]) = ([], [])
        for _ in 1...3 {
            try await Workload.withFolder(in: folder) {
                store.append(Double(rows) / (try await throughStore($0, rows)))
            }
            try await Workload.withFolder(in: folder) { raw.append(Double(rows) / (try await throughGRDB($0, rows))) }
        }
        let (ours, theirs) = (Workload.median(store), Workload.median(raw))
        print(String(format: "%5d %5d %10.0f %10.0f  %5.2f", tasks, batch, ours, theirs, ours / theirs))
    }

    private func batches(of run: Run, rows: Int) -> [[Event]] {
        stride(from: 2, to: rows / tasks + 2, by: batch).map { start in
            (start..<(start + batch)).map { Workload.event(Int64($0), of: run) }
        }
    }

    private func throughStore(_ folder: String, _ rows: Int) async throws -> Double {
        let store = try SQLiteStore(path: "\(folder)/store.db", logger: Logger(label: "benchmark"))
        let runs = try await openRuns(in: store)
        let work = runs.map { ($0.id, batches(of: $0, rows: rows)) }
        let seconds = try await Workload.seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (run, batches) in work {
                    group.addTask { for batch in batches { try await store.events.append(batch, to: run) } }
                }
                try await group.waitForAll()
            }
        }
        try store.close()
        return seconds
    }

    private func openRuns(in store: SQLiteStore) async throws -> [Run] {
        let space = Space(name: "benchmark")
        try await store.insert(space)
        var runs: [Run] = []
        for _ in 1...tasks {
            let runtime = Runtime(spaceID: space.id, name: "benchmark")
            try await store.insert(runtime)
            let run = Run(runtimeID: runtime.id, runtimeName: runtime.name, spaceID: space.id)
            try await store.open(run, first: Workload.event(1, of: run))
            runs.append(run)
        }
        return runs
    }

    /// One transaction a batch, the columns of an event as they are, no index but the key.
    private func throughGRDB(_ folder: String, _ rows: Int) async throws -> Double {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 8192") }
        let pool = try DatabasePool(path: "\(folder)/raw.db", configuration: configuration)
        try await pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(
                sql: """
                    CREATE TABLE events (run INTEGER, number INTEGER, type INTEGER, status INTEGER, page TEXT,
                        context TEXT, json BLOB, PRIMARY KEY (run, number)) WITHOUT ROWID
                    """
            )
        }
        let work = (1...tasks).map { row in
            let runtime = Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: SpaceID())
            return (Int64(row), batches(of: runtime, rows: rows))
        }
        let seconds = try await Workload.seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (row, batches) in work {
                    group.addTask { for batch in batches { try await Self.insert(batch, row, pool) } }
                }
                try await group.waitForAll()
            }
        }
        try pool.close()
        return seconds
    }

    private static func insert(_ events: [Event], _ row: Int64, _ pool: DatabasePool) async throws {
        try await pool.write { database in
            let insert = try database.cachedStatement(sql: "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)")
            for event in events {
                try insert.execute(
                    arguments: [
                        row, event.number, event.type == .dialog ? 1 : 2, event.status == nil ? nil : 1, event.pageID,
                        event.contextID, Data(event.json),
                    ]
                )
            }
        }
    }
}
