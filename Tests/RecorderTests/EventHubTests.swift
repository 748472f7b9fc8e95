import Model
import Synchronization
import Testing

@testable import Recorder

@Suite(.timeLimit(.minutes(3)))
struct EventHubTests {
    let hub = EventHub()
    let run = RunID()

    private func events(_ numbers: ClosedRange<Int64>, bytes: Int = 2) -> [Event] {
        numbers.map { number in
            Event(
                id: EventID(run: run, number: number, milliseconds: 1),
                type: .dialog,
                status: nil,
                pageID: nil,
                contextID: nil,
                json: Array(repeating: 0x20, count: bytes)
            )
        }
    }

    private func waiting(_ count: Int) async { while hub.waitingCount < count { await Task.yield() } }

    @Test func `a wait for what is there already returns at once`() async {
        hub.opened(run, last: 3)
        #expect(await hub.wait(for: run, after: 2, timeout: .seconds(50)) == .advanced)
        hub.ended(run)
        #expect(await hub.wait(for: run, after: 3, timeout: .seconds(50)) == .ended)
    }

    @Test func `a run that is not known counts as ended`() async {
        #expect(await hub.wait(for: run, after: 0, timeout: .seconds(50)) == .ended)
        #expect(hub.recent(run, after: 0) == nil)
        #expect(hub.lastNumber(of: run) == nil)
        hub.published(run, events(1...1))
        #expect(hub.lastNumber(of: run) == nil)
    }

    @Test(arguments: [Duration.zero, .milliseconds(5), .seconds(-1)])
    func `a wait ends with its time`(timeout: Duration) async {
        hub.opened(run, last: 0)
        #expect(await hub.wait(for: run, after: 0, timeout: timeout) == .timeout)
        #expect(hub.waitingCount == 0)
    }

    @Test func `a cancelled wait ends`() async {
        hub.opened(run, last: 0)
        let task = Task { await hub.wait(for: run, after: 0, timeout: .seconds(50)) }
        await waiting(1)
        task.cancel()
        #expect(await task.value == .timeout)
        #expect(hub.waitingCount == 0)
    }

    @Test func `thousands of readers are woken, those further ahead are not`() async {
        hub.opened(run, last: 0)
        await withTaskGroup(of: EventHub.Change.self) { group in
            for _ in 0..<5000 { group.addTask { await hub.wait(for: run, after: 0, timeout: .seconds(50)) } }
            let ahead = Task { await hub.wait(for: run, after: 1, timeout: .seconds(50)) }
            await waiting(5001)
            hub.published(run, events(1...1))
            for await change in group { #expect(change == .advanced) }
            #expect(hub.waitingCount == 1)
            hub.ended(run)
            #expect(await ahead.value == .ended)
        }
    }

    @Test func `recent events are given as far as the ring reaches`() {
        hub.opened(run, last: 1)
        #expect(hub.recent(run, after: 0) == nil)
        #expect(hub.recent(run, after: 1) == [])
        hub.published(run, events(2...1025))
        #expect(hub.recent(run, after: 1)?.count == 1024)
        hub.published(run, events(1026...1026))
        #expect(hub.recent(run, after: 1) == nil)
        #expect(hub.recent(run, after: 1024)?.map(\.number) == [1025, 1026])
        #expect(hub.recent(run, after: 1026) == [])
        #expect(hub.recent(run, after: 9999) == [])
        hub.ended(run)
        #expect(hub.recent(run, after: 1026) == nil)
    }

    @Test func `the ring is bounded in bytes, also by one event alone`() {
        hub.opened(run, last: 0)
        hub.published(run, events(1...4, bytes: 1024 * 1024))
        #expect(hub.recent(run, after: 1) == nil)
        #expect(hub.recent(run, after: 2)?.count == 2)
        hub.published(run, events(5...5, bytes: 3 * 1024 * 1024))
        #expect(hub.recent(run, after: 4) == nil)
        #expect(hub.recent(run, after: 5) == [])
    }
}
