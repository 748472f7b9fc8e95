import Foundation
import Logging
import Model
import Store
import StoreSQLite

/// Pages of 100 of one run with many events, at random places.
struct PageBenchmark {
    let folder: String
    let rows: Int

    private static let filters: [(name: String, filter: EventFilter, repeats: Int)] = [
        ("no filter", EventFilter(), 500),
        ("one frequent type", EventFilter(types: [.networkRequest]), 200),
        ("a page and a status", EventFilter(statuses: [.started], pageID: "4F2A9C0D7E1B4A5588D3C6E0F1A2B3C1"), 200),
        ("a rare type", EventFilter(types: [.dialog]), 200),
        ("one of many kinds", EventFilter(pageID: "P77"), 200),
        ("10,000 kinds at once", EventFilter(types: [.navigation]), 20),
        ("nothing: type", EventFilter(types: [.pageCrash]), 200),
        ("nothing: page", EventFilter(types: [.networkRequest], pageID: "absent"), 200),
    ]

    func run() async throws {
        try await Workload.withFolder(in: folder) { folder in
            let store = try SQLiteStore(path: "\(folder)/store.db", logger: Logger(label: "benchmark"))
            let run = try await fill(store)
            let size = try FileManager.default.attributesOfItem(atPath: "\(folder)/store.db")[.size] as? Int ?? 0
            print("File: \(size / max(rows, 1)) bytes an event")
            print("Page of 100, ms (p50, p99)")
            for (name, filter, repeats) in Self.filters {
                let times = try await times(store, run, filter, repeats).sorted()
                let (p50, p99) = (times[times.count / 2], times[times.count * 99 / 100])
                print("\(name.padding(toLength: 22, withPad: " ", startingAt: 0)) \(format(p50)) \(format(p99))")
            }
            try store.close()
        }
    }

    private func format(_ seconds: Double) -> String { String(format: "%8.3f", seconds * 1000) }

    private func times(_ store: SQLiteStore, _ run: Run, _ filter: EventFilter, _ repeats: Int) async throws -> [Double]
    {
        var times: [Double] = []
        for _ in 1...repeats {
            let after = Int64.random(in: 0..<Int64(rows))
            times.append(
                try await Workload.seconds {
                    _ = try await store.events.page(of: run.id, after: after, matching: filter, limit: 100)
                }
            )
        }
        return times
    }

    private func fill(_ store: SQLiteStore) async throws -> Run {
        let space = Space(name: "benchmark")
        try await store.insert(space)
        let runtime = Runtime(spaceID: space.id, name: "benchmark")
        try await store.insert(runtime)
        let run = Run(runtimeID: runtime.id, runtimeName: runtime.name, spaceID: space.id)
        try await store.open(run, first: Workload.event(1, of: run))
        let seconds = try await Workload.seconds {
            for start in stride(from: Int64(2), to: Int64(rows), by: 5000) {
                let events = (start..<(start + 5000)).map { Workload.event($0, of: run) }
                try await store.events.append(events, to: run.id)
            }
        }
        print(
            "Filled a run with \(rows) events in batches of 5000: \(Int(Double(rows) / seconds)) rows/s, making them included"
        )
        return run
    }
}
