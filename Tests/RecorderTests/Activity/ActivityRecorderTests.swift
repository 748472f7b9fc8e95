import Activity
import JSON
import Logging
import Model
import Store
import Testing

@testable import Recorder

@Suite(.timeLimit(.minutes(3))) struct ActivityRecorderTests {
    private let store = MemoryStore()
    private let stopped = EventDraft(type: .runtimeLifecycle, status: .stopped, time: .now, data: [:])

    private func recorder() -> ActivityRecorder {
        ActivityRecorder(
            run: Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: SpaceID()),
            store: store,
            hub: ActivityHub(),
            redaction: Redaction(),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    private func crash() -> EventDraft { EventDraft(type: .pageCrash, status: .failed, time: .now, data: [:]) }

    @Test func `what settles is stored in order, and all of it when the run ends`() async {
        let recorder = recorder()
        await recorder.read([.event(crash(), number: 1), .event(crash(), number: 2)])
        let last = await recorder.close(stopped, number: 3)
        #expect(store.items.map(\.type) == ["browser.crash", "browser.crash"])
        #expect(last.map(\.type) == ["runtime.stopped"], "stored with the run's end")
        #expect(await recorder.close(stopped, number: 3) == last)
    }

    @Test func `nothing is kept for a store that has failed`() async {
        let recorder = recorder()
        store.failActivity(StoreError(.full, "the disk is full"))
        for number in 1...50 { await recorder.read([.event(crash(), number: Int64(number))]) }
        let last = await recorder.close(stopped, number: 51)
        #expect(last.isEmpty)
        let queued = await recorder.queue.count
        #expect(queued == 0)
        #expect(store.items.isEmpty)
    }

    @Test func `no text of a page makes a row too long for the store`() async throws {
        let recorder = recorder()
        let long = JSON.string(String(repeating: "A", count: 1_200_000))
        let value = JSON.string(String(repeating: "B", count: 20_000))
        var report: JSONObject = ["k": "click", "t": .integer(Timestamp.now.milliseconds)]
        for name in ["role", "name", "tag"] { report[name] = long }
        var choice = report
        (choice["k"], choice["values"]) = ("select", .array([JSON](repeating: value, count: 100)))
        for report in [report, choice] {
            let report = try #require(PageReport(.object(report)))
            await recorder.read([.report(report, page: "p", frame: "f")])
        }
        let last = await recorder.close(stopped, number: 1)
        let rows = store.items + last
        #expect(rows.map(\.type) == ["browser.click", "browser.select", "runtime.stopped"])
        #expect(rows.allSatisfy { $0.json.count < 64 * 1024 })
    }

    @Test func `a failed store takes no later items either`() async {
        let recorder = recorder()
        store.failActivity(StoreError(.full, "the disk is full"))
        await recorder.read([.event(crash(), number: 1)])
        while await !recorder.isBroken { await Task.yield() }
        for number in 2...50 { await recorder.read([.event(crash(), number: Int64(number))]) }
        let queued = await recorder.queue.count
        #expect(queued == 0)
    }
}
