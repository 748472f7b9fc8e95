import JSON
import Model
import Store
import Testing

@testable import Recorder

@Suite(.timeLimit(.minutes(3)))
struct EventWriterTests {
    let hub = EventHub()
    let store = MemoryStore()
    let run = RunID()
    let writer: EventWriter

    init() {
        hub.opened(run, last: 1)
        writer = EventWriter(run: run, store: store, hub: hub, startingAfter: 1)
    }

    private func drafts(_ count: Int, text: String = "hi") -> [EventDraft] {
        Array(
            repeating: EventDraft(type: .consoleMessage, status: .received, time: .now, data: ["text": .string(text)]),
            count: count
        )
    }

    @Test func `events are numbered without gaps, committed, then published`() async throws {
        try await writer.append(drafts(3))
        try await writer.append(drafts(2))
        try await writer.flush()
        #expect(store.written.map(\.number) == [2, 3, 4, 5, 6])
        #expect(hub.recent(run, after: 1) == store.written)
        #expect(store.written.map(\.id) == store.written.map(\.id).sorted())
    }

    @Test func `nothing is published before the store has it`() async throws {
        store.hold()
        try await writer.append(drafts(1))
        #expect(await hub.wait(for: run, after: 1, timeout: .milliseconds(20)) == .timeout)
        store.release()
        #expect(await hub.wait(for: run, after: 1, timeout: .seconds(50)) == .advanced)
    }

    @Test func `what comes during a commit goes into the next, at most 1,000 events`() async throws {
        store.hold()
        for _ in 0..<2500 { try await writer.append(drafts(1)) }
        store.release()
        try await writer.flush()
        #expect(store.written.count == 2500)
        #expect(store.batches.allSatisfy { $0 <= 1000 })
        #expect(store.batches.count <= 4)
    }

    @Test func `batches are bounded in bytes`() async throws {
        store.hold()
        try await writer.append(drafts(6, text: String(repeating: "x", count: 1_000_000)))
        store.release()
        try await writer.flush()
        #expect(store.batches == [4, 2])
    }

    @Test(arguments: [(5000, "x"), (17, String(repeating: "x", count: 1_000_000))])
    func `a full queue makes append wait`(count: Int, text: String) async throws {
        store.hold()
        for draft in drafts(count, text: text) { try await writer.append([draft]) }
        let late = Task { try await writer.append(drafts(1)) }
        #expect(await hub.wait(for: run, after: 1, timeout: .milliseconds(20)) == .timeout)
        store.release()
        _ = try await late.value
        try await writer.flush()
        #expect(store.written.count == count + 1)
    }

    @Test func `after a failure every call throws it, and the last events follow the stored ones`() async throws {
        try await writer.append(drafts(2))
        try await writer.flush()
        store.fail(StoreError(.full, "disk full"))
        try await writer.append(drafts(5))
        await #expect(throws: StoreError.self) { try await writer.flush() }
        await #expect(throws: StoreError.self) { try await writer.append(drafts(1)) }
        #expect(await writer.lastFailure?.code == .full)
        #expect(try await writer.drain(last: drafts(2)).map(\.number) == [4, 5])
        #expect(hub.lastNumber(of: run) == 3)
    }

    @Test func `when a commit's outcome is unknown, the store is asked what it has`() async throws {
        try await writer.append(drafts(2))
        try await writer.flush()
        store.fail(StoreError(.unavailable, outcome: .unknown, "gone"))
        try await writer.append(drafts(1))
        #expect(try await writer.drain(last: drafts(1)).map(\.number) == [4])
    }

    @Test func `draining commits what is queued and ends the writer`() async throws {
        try await writer.append(drafts(3))
        let last = try await writer.drain(last: drafts(2))
        #expect(store.written.map(\.number) == [2, 3, 4])
        #expect(last.map(\.number) == [5, 6])
        await #expect(throws: StoreError.self) { try await writer.append(drafts(1)) }
    }

    @Test func `times in ids never go back`() {
        var numbers = EventNumbers(run: run, last: 0, milliseconds: 500)
        let times = [100, 700, 600, 700].map { Timestamp(milliseconds: $0) }
        let ids = times.map { numbers.number(drafts(1)[0], now: $0).id }
        #expect(ids.map(\.uuid.milliseconds) == [500, 700, 700, 700])
        #expect(ids == ids.sorted())
    }
}
