import Activity
import Foundation
import GRDB
import JSON
import Logging
import Model
import Recorder
import Store
import StoreSQLite
import Testing

@testable import ControlPlane

@Suite(.timeLimit(.minutes(3))) struct RecoveryTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A store with an open run, whose server was lost.
    private func withLostRun(_ body: (SQLiteStore, Runs, Run, _ path: String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "martlet-recovery-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/martlet.sqlite", logger: logger)
        let space = Space(name: "space")
        try await store.insert(space)
        let runtime = Runtime(spaceID: space.id, name: "runtime")
        try await store.insert(runtime)
        let run = Run(runtimeID: runtime.id, runtimeName: runtime.name, spaceID: space.id)
        let first = EventDraft(type: .runtimeLifecycle, status: .started, time: run.startedAt)
        try await store.open(run, first: Event(first, id: EventID(run: run.id, number: 1, milliseconds: 1)))
        let runs = Runs(store: store, hub: EventHub(), activityHub: ActivityHub(), logger: logger)
        try await body(store, runs, run, folder + "/martlet.sqlite")
        try store.close()
    }

    private func tell(_ draft: EventDraft, _ number: Int64, of run: Run, in store: SQLiteStore) async throws {
        let id = ActivityID(run: run.id, number: number, milliseconds: number)
        try await store.activity.append([ActivityItem(ActivityDraft(lifecycle: draft), id: id)], to: run.id)
    }

    private func types(of run: Run, in store: SQLiteStore) async throws -> [String] {
        let rows = try await store.activity.page(of: run.id, after: 0, matching: .everything, limit: 100)
        return try rows.items.map { try JSON.parse($0.json)["type"]?.stringValue ?? "" }
    }

    @Test func `A lost run ends in its activity too`() async throws {
        try await withLostRun { store, runs, run, _ in
            let started = EventDraft(type: .runtimeLifecycle, status: .started, time: run.startedAt)
            try await tell(started, 1, of: run, in: store)
            try await runs.closeLostRuns { _ in nil }
            #expect(try await types(of: run, in: store) == ["runtime.started", "runtime.failed"])
            #expect(try await store.run(run.id)?.status == .failed)
        }
    }

    @Test(arguments: [(nil, 5000), (3000, 5000), (9000, 9000)] as [(Int64?, Int64)])
    func `A lost run ends with its last sign of life`(recorded: Int64?, end: Int64) async throws {
        try await withLostRun { store, runs, run, _ in
            let start = run.startedAt.milliseconds
            let draft = EventDraft(type: .runtimeLifecycle, status: .started, time: run.startedAt)
            let id = ActivityID(run: run.id, number: 1, milliseconds: start + 5000)
            try await store.activity.append([ActivityItem(ActivityDraft(lifecycle: draft), id: id)], to: run.id)
            try await runs.closeLostRuns { _ in recorded }
            #expect(try await store.run(run.id)?.finishedAt?.milliseconds == start + end)
            let last = try #require(
                try await store.activity.page(of: run.id, after: 1, matching: .everything, limit: 1).items.first
            )
            #expect(try JSON.parse(last.json)["message"]?.stringValue?.hasPrefix("The server was lost after") == true)
        }
    }

    @Test func `An activity that takes no row does not keep the run open`() async throws {
        try await withLostRun { store, runs, run, path in
            try await DatabaseQueue(path: path).write { database in
                try database.execute(
                    sql: "CREATE TRIGGER refuse BEFORE INSERT ON activity BEGIN SELECT RAISE(ABORT, 'no'); END"
                )
            }
            try await runs.closeLostRuns { _ in nil }
            #expect(try await types(of: run, in: store).isEmpty)
            #expect(try await store.run(run.id)?.status == .failed)
        }
    }
}
