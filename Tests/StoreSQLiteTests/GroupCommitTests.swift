import Model
import Store
import StoreSQLite
import Testing

@Suite(.timeLimit(.minutes(3))) struct GroupCommitTests {
    @Test func `appends of many runs at once all land, and one that fails fails alone`() async throws {
        try await withStore { store in
            var runs: [Run] = []
            for _ in 0..<16 { runs.append(try await store.openedRun()) }
            let failures = await withTaskGroup(of: (Int, StoreError?).self) { group in
                for (index, run) in runs.enumerated() {
                    group.addTask {
                        for number in Int64(2)...40 {
                            // Run 5 leaves a gap at event 20 and so ends there.
                            let gap: Int64 = index == 5 && number == 20 ? 1 : 0
                            do throws(StoreError) {
                                try await store.events.append([run.event(number + gap)], to: run.id)
                            } catch {
                                return (index, error)
                            }
                        }
                        return (index, nil)
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(failures.compactMapValues { $0.code } == [5: .conflict])
            for (index, run) in runs.enumerated() {
                #expect(try await store.numbers(of: run) == Array(1...(index == 5 ? 19 : 40)))
            }
        }
    }

    @Test func `appends of one run that are submitted in order stay in order`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            for start in stride(from: Int64(2), to: 200, by: 11) {
                try await store.events.append(run.events(start...(start + 10)), to: run.id)
            }
            #expect(try await store.numbers(of: run) == Array(1...199))
        }
    }

    @Test func `after closing, writes and reads fail`() async throws {
        try await withFolder { folder in
            let store = try openStore(in: folder)
            let run = try await store.openedRun()
            try store.close()
            await expect(.unavailable) { try await store.events.append([run.event(2)], to: run.id) }
            await expect(.unavailable) { _ = try await store.run(run.id) }
        }
    }
}
