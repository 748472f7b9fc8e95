import Model
import Store
import StoreSQLite
import Testing

@Suite struct EventTests {
    @Test func `events are read as they were appended, page by page`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let events = run.events(2...250)
            try await store.events.append(events, to: run.id)
            let page = try await store.events.page(of: run.id, after: 1, matching: EventFilter(), limit: 100)
            #expect(page.items == events[..<100].map { StoredEvent(id: $0.id, json: $0.json) })
            #expect(page.hasMore)
            let last = try await store.events.page(of: run.id, after: 151, matching: EventFilter(), limit: 99)
            #expect(last.items.map(\.id) == events.suffix(99).map(\.id))
            #expect(!last.hasMore)
            #expect(try await store.events.last(of: run.id) == events.last?.id)
            #expect(try await store.run(run.id)?.eventCount == 250)
        }
    }

    @Test func `a run that does not exist has no events`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let page = try await store.events.page(of: RunID(), after: 0, matching: EventFilter(), limit: 10)
            #expect(page.items.isEmpty && !page.hasMore)
            #expect(try await store.events.last(of: RunID()) == nil)
            #expect(try await !store.events.contains(run.event(1).id, of: RunID()))
            await expect(.notFound) { try await store.events.append([run.event(2)], to: RunID()) }
        }
    }

    @Test(arguments: [1...1, 3...3, 2...5001] as [ClosedRange<Int64>])
    func `numbers that do not follow, and too many, are refused`(numbers: ClosedRange<Int64>) async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            await expect(.conflict) { try await store.events.append(run.events(numbers) + [run.event(9)], to: run.id) }
            await expect(.conflict) { try await store.events.append([], to: run.id) }
            #expect(try await store.numbers(of: run) == [1])
            try await store.events.append([run.event(2)], to: run.id)
            #expect(try await store.numbers(of: run) == [1, 2])
        }
    }

    @Test func `an event of more than 1 MiB is refused`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            await expect(.conflict) { try await store.events.append([run.event(2, padding: 1024 * 1024)], to: run.id) }
            let large = run.event(2, padding: 1_000_000)
            try await store.events.append([large], to: run.id)
            let page = try await store.events.page(of: run.id, after: 1, matching: EventFilter(), limit: 1)
            #expect(page.items.first?.json == large.json)
        }
    }

    @Test func `a closed run takes no events`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            try await store.close(run.id, RunEnd(reason: .api), last: [run.event(2)], activity: [])
            await expect(.conflict) { try await store.events.append([run.event(3)], to: run.id) }
        }
    }

    @Test func `a forged id is told from a stored one`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let other = try await store.openedRun()
            let real = run.event(1).id
            #expect(try await store.events.contains(real, of: run.id))
            #expect(try await !store.events.contains(real, of: other.id))
            let shifted = EventID(run: run.id, number: 1, milliseconds: real.uuid.milliseconds + 1)
            #expect(try await !store.events.contains(shifted, of: run.id))
            let foreign = EventID(run: other.id, number: 1, milliseconds: real.uuid.milliseconds)
            #expect(try await !store.events.contains(foreign, of: run.id))
            #expect(try await !store.events.contains(run.event(2).id, of: run.id))
        }
    }

    @Test func `numbering goes on after a restart`() async throws {
        try await withFolder { folder in
            let store = try openStore(in: folder)
            let run = try await store.openedRun()
            try await store.events.append([run.event(2, .dialog, page: "p")], to: run.id)
            try store.close()
            let again = try openStore(in: folder)
            await expect(.conflict) { try await again.events.append([run.event(2)], to: run.id) }
            try await again.events.append([run.event(3, .dialog, page: "p")], to: run.id)
            #expect(try await again.numbers(of: run, EventFilter(types: [.dialog], pageID: "p")) == [2, 3])
            try again.close()
        }
    }
}
