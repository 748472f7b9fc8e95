import Model
import Store
import Testing

@testable import StoreSQLite

@Suite struct EventFilterTests {
    static let filters = [
        EventFilter(),
        EventFilter(types: [.dialog]),
        EventFilter(types: [.networkRequest, .networkFailed]),
        EventFilter(statuses: [.finished]),
        EventFilter(types: Set(EventType.allCases), statuses: Set(EventStatus.allCases)),
        EventFilter(pageID: "p1"),
        EventFilter(pageID: "p2", contextID: "c1"),
        EventFilter(types: [.consoleMessage], statuses: [.started], pageID: "p0"),
        EventFilter(pageID: "absent"),
        EventFilter(types: [.captchaSolveFailed], pageID: "p0'--"),
    ]

    /// Every combination of type, status, page and context in turn, in an order that mixes them.
    private static func mixture(of run: Run) -> [Event] {
        let statuses = EventStatus.allCases.map(Optional.some) + [nil]
        return (Int64(2)...600).map { number in
            let pick = Int(number) * 7919 % 1009
            return run.event(
                number,
                EventType.allCases[pick % 12],
                statuses[pick / 12 % 6],
                page: pick % 4 == 3 ? nil : "p\(pick % 4)",
                context: pick % 3 == 2 ? nil : "c\(pick % 3)"
            )
        }
    }

    @Test(arguments: filters)
    func `a filter finds what it matches, in order, over pages`(filter: EventFilter) async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let all = [run.event(1, .runtimeLifecycle, .started)] + Self.mixture(of: run)
            try await store.events.append(Array(all.dropFirst()), to: run.id)
            let expected = all.filter(filter.matches).map { StoredEvent(id: $0.id, json: $0.json) }
            var found: [StoredEvent] = []
            var page: Page<StoredEvent>
            repeat {
                page = try await store.events.page(
                    of: run.id,
                    after: found.last?.id.number ?? 0,
                    matching: filter,
                    limit: 17
                )
                #expect(page.items.count == min(17, expected.count - found.count))
                found += page.items
            } while page.hasMore
            #expect(found == expected)
        }
    }

    @Test func `a filter does not see another run's events`() async throws {
        try await withStore { store in
            let runs = [try await store.openedRun(), try await store.openedRun()]
            for run in runs { try await store.events.append([run.event(2, .dialog)], to: run.id) }
            try await store.events.append([runs[1].event(3, .dialog)], to: runs[1].id)
            #expect(try await store.numbers(of: runs[0], EventFilter(types: [.dialog])) == [2])
        }
    }

    @Test func `kinds beyond those remembered keep their numbers`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            let pages = Int64(OpenRun.rememberedKinds + 100)
            let events = (0..<(pages + 200)).map { run.event($0 + 2, .navigation, page: "p\($0 % pages)") }
            try await store.events.append(Array(events), to: run.id)
            #expect(try await store.numbers(of: run, EventFilter(pageID: "p7")) == [9, 9 + pages])
            #expect(try await store.numbers(of: run, EventFilter(types: [.navigation])) == Array(2...1001))
        }
    }
}
