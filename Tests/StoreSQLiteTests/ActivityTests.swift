import Model
import Store
import StoreSQLite
import Testing

@Suite struct ActivityTests {
    private func item(_ number: Int64, of run: Run, type: String = "browser.click", debug: Bool = false) -> ActivityItem
    {
        var draft = ActivityDraft(
            type: type,
            category: type.hasPrefix("browser") ? .browser : .network,
            time: run.startedAt,
            message: "Step \(number)"
        )
        draft.view = debug ? .debug : .normal
        draft.severity = debug ? .warning : .info
        return ActivityItem(
            draft,
            id: ActivityID(run: run.id, number: number, milliseconds: run.id.uuid.milliseconds + number)
        )
    }

    private func numbers(_ store: SQLiteStore, _ run: Run, _ filter: ActivityFilter, after: Int64 = 0) async throws
        -> [Int64]
    {
        try await store.activity.page(of: run.id, after: after, matching: filter, limit: 100).items.map(\.id.number)
    }

    @Test func `items are read as they were appended, and found by every filter`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let items = [
                item(1, of: run), item(2, of: run, type: "network.failed", debug: true),
                item(3, of: run, type: "browser.type"),
            ]
            try await store.activity.append(items, to: run.id)
            let page = try await store.activity.page(
                of: run.id,
                after: 0,
                matching: ActivityFilter(view: .debug),
                limit: 2
            )
            #expect(page.items == items[..<2].map { StoredActivity(id: $0.id, json: $0.json) })
            #expect(page.hasMore)
            for (filter, expected) in [
                (ActivityFilter(), [1, 3]), (ActivityFilter(view: .debug), [1, 2, 3]),
                (ActivityFilter(types: ["browser.type"]), [3]),
                (ActivityFilter(view: .debug, categories: [.network]), [2]),
                (ActivityFilter(view: .debug, severities: [.warning, .error]), [2]),
                (ActivityFilter(invocationID: "x"), []), (ActivityFilter(fileID: "x"), []),
            ] as [(ActivityFilter, [Int64])] {
                #expect(try await numbers(store, run, filter) == expected)
                #expect(items.filter(filter.matches).map(\.number) == expected)
            }
            #expect(try await numbers(store, run, ActivityFilter(view: .debug), after: 1) == [2, 3])
            #expect(try await store.activity.last(of: run.id) == items[2].id)
        }
    }

    @Test func `numbers that do not follow, and items of a closed run, are refused`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            try await store.activity.append([item(1, of: run)], to: run.id)
            await expect(.conflict) { try await store.activity.append([item(1, of: run)], to: run.id) }
            await expect(.conflict) { try await store.activity.append([item(3, of: run)], to: run.id) }
            await expect(.conflict) { try await store.activity.append([], to: run.id) }
            await expect(.notFound) { try await store.activity.append([item(1, of: run)], to: RunID()) }
            try await store.close(run.id, RunEnd(reason: .api), last: [run.event(2)], activity: [])
            await expect(.conflict) { try await store.activity.append([item(2, of: run)], to: run.id) }
        }
    }

    @Test func `the last items are stored with the run's end, or the run is not closed`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let end = RunEnd(reason: .api)
            await expect(.conflict) {
                try await store.close(run.id, end, last: [run.event(2)], activity: [item(2, of: run)])
            }
            #expect(try await store.run(run.id)?.status == .active)
            #expect(try await store.events.last(of: run.id)?.number == 1)
            try await store.close(run.id, end, last: [run.event(2)], activity: [item(1, of: run), item(2, of: run)])
            #expect(try await store.run(run.id)?.status == .stopped)
            #expect(try await store.activity.last(of: run.id)?.number == 2)
        }
    }

    @Test func `items that cannot be written do not keep a run open, if its closer wants it so`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let end = RunEnd(reason: .api)
            let stored = try await store.close(
                run.id,
                end,
                last: [run.event(2)],
                activityIfPossible: [item(2, of: run)]
            )
            #expect(stored.isEmpty)
            #expect(try await store.run(run.id)?.status == .stopped)
            await expect(.conflict) {
                _ = try await store.close(run.id, end, last: [run.event(3)], activityIfPossible: [item(1, of: run)])
            }
        }
    }

    @Test func `an id of another record, run or time is no cursor`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let first = item(1, of: run)
            try await store.activity.append([first], to: run.id)
            #expect(try await store.activity.contains(first.id, of: run.id))
            #expect(try await !store.activity.contains(first.id, of: RunID()))
            let late = ActivityID(run: run.id, number: 1, milliseconds: first.id.uuid.milliseconds + 1)
            #expect(try await !store.activity.contains(late, of: run.id))
        }
    }
}
