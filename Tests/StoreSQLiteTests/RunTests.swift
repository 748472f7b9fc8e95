import Model
import Store
import StoreSQLite
import Testing

@Suite struct RunTests {
    @Test func `opening a run marks its runtime active`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let runtime = try #require(try await store.runtime(run.runtimeID))
            #expect(runtime.status == .active)
            #expect(runtime.activeRunID == run.id)
            var read = run
            read.eventCount = 1
            #expect(try await store.run(run.id) == read)
            #expect(try await store.openRuns() == [read])
        }
    }

    @Test func `a runtime has one open run`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let second = Run(runtimeID: run.runtimeID, runtimeName: "shop", spaceID: run.spaceID)
            await expect(.conflict) { try await store.open(second, first: second.event(1)) }
            #expect(try await store.run(second.id) == nil)
            #expect(try await store.runtime(run.runtimeID)?.activeRunID == run.id)
            let homeless = Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: run.spaceID)
            await expect(.notFound) { try await store.open(homeless, first: homeless.event(1)) }
        }
    }

    @Test func `a run begins with event 1`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            try await store.close(run.id, RunEnd(reason: .api), last: [run.event(2)], activity: [])
            let next = Run(runtimeID: run.runtimeID, runtimeName: "shop", spaceID: run.spaceID)
            await expect(.conflict) { try await store.open(next, first: next.event(2)) }
            await expect(.conflict) { try await store.open(next, first: run.event(1)) }
            #expect(try await store.run(next.id) == nil)
            #expect(try await store.runtime(run.runtimeID)?.status == .stopped)
            try await store.open(next, first: next.event(1))
        }
    }

    @Test func `closing a run counts its events and frees its runtime`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let end = RunEnd(reason: .crash, failure: RunFailure(code: .browserCrashed, message: "gone"))
            await expect(.conflict) { try await store.close(run.id, end, last: [run.event(3)], activity: []) }
            await expect(.conflict) { try await store.close(run.id, end, last: [], activity: []) }
            try await store.close(run.id, end, last: [run.event(2), run.event(3)], activity: [])
            let closed = try #require(try await store.run(run.id))
            #expect(closed.status == .failed)
            #expect(closed.failure == end.failure)
            #expect(closed.finishedAt == end.finishedAt)
            #expect(closed.eventCount == 3)
            let runtime = try #require(try await store.runtime(run.runtimeID))
            #expect(runtime.status == .failed)
            #expect(runtime.activeRunID == nil)
            #expect(try await store.openRuns().isEmpty)
            await expect(.conflict) { try await store.close(run.id, end, last: [run.event(4)], activity: []) }
            await expect(.notFound) { try await store.close(RunID(), end, last: [run.event(4)], activity: []) }
        }
    }

    @Test func `lists filter by space, runtime and status`() async throws {
        try await withStore { store in
            let runs = [try await store.openedRun(), try await store.openedRun(), try await store.openedRun()]
            try await store.close(runs[1].id, RunEnd(reason: .api), last: [runs[1].event(2)], activity: [])
            func list(_ filter: RunFilter) async throws -> [RunID] {
                try await store.runs(filter, PageRequest()).items.map(\.id)
            }
            #expect(try await list(RunFilter()) == runs.map(\.id).reversed())
            #expect(try await list(RunFilter(spaceID: runs[2].spaceID)) == [runs[2].id])
            #expect(try await list(RunFilter(runtimeID: runs[0].runtimeID)) == [runs[0].id])
            #expect(try await list(RunFilter(statuses: [.stopped])) == [runs[1].id])
            #expect(try await store.openRuns().map(\.id) == [runs[0].id, runs[2].id])
        }
    }
}
