import Model
import Synchronization
import Testing

@testable import Recorder

@Suite(.timeLimit(.minutes(3))) struct FrameHubTests {
    private let hub = FrameHub()

    private func frame(_ number: Int64, of page: String = "A") -> Frame {
        Frame(
            number: number,
            pageID: page,
            time: .now,
            width: 1,
            height: 1,
            geometry: FrameGeometry(deviceWidth: 1, deviceHeight: 1),
            jpeg: [UInt8(truncatingIfNeeded: number)]
        )
    }

    private func show(_ front: String) {
        hub.update(pages: ["A", "B"].map { PageTarget(id: $0, url: "u", active: $0 == front) })
    }

    private func number(_ reader: inout FrameReader) async -> Int64? {
        guard case .frame(let frame) = await reader.next(timeout: .seconds(5)) else { return nil }
        return frame.number
    }

    private func isPages(_ step: FrameReader.Step) -> Bool { if case .pages = step { true } else { false } }
    private func isIdle(_ step: FrameReader.Step) -> Bool { if case .idle = step { true } else { false } }

    @Test func `a new reader has the pages and the latest frame at once`() async {
        show("A")
        hub.publish(frame(1))
        hub.publish(frame(2))
        var reader = hub.reader()
        #expect(isPages(await reader.next(timeout: .zero)))
        #expect(await number(&reader) == 2)
        #expect(isIdle(await reader.next(timeout: .zero)))
    }

    @Test func `a slow reader skips frames, a waiting one is woken`() async {
        show("A")
        var reader = hub.reader()
        _ = await reader.next(timeout: .zero)
        for number in Int64(1)...9 { hub.publish(frame(number)) }
        #expect(await number(&reader) == 9)
        let waiting = Task { [reader] in
            var reader = reader
            return await self.number(&reader)
        }
        await Task.yield()
        hub.publish(frame(10))
        #expect(await waiting.value == 10)
    }

    @Test func `a reader of the front page follows it, a reader of one page does not`() async {
        show("A")
        hub.publish(frame(1, of: "A"))
        hub.publish(frame(2, of: "B"))
        var front = hub.reader()
        var ofB = hub.reader(of: "B")
        _ = await front.next(timeout: .zero)
        _ = await ofB.next(timeout: .zero)
        #expect(await number(&front) == 1)
        #expect(await number(&ofB) == 2)
        show("B")
        #expect(isPages(await front.next(timeout: .zero)))
        #expect(await number(&front) == 2)
        #expect(isPages(await ofB.next(timeout: .zero)))
        #expect(isIdle(await ofB.next(timeout: .zero)))
        show("A")
        _ = await front.next(timeout: .zero)
        #expect(await number(&front) == 1)
    }

    @Test func `the end comes last and to all`() async {
        show("A")
        hub.publish(frame(1))
        var reader = hub.reader()
        hub.finish(.failed)
        hub.finish(.stopped)
        #expect(isPages(await reader.next(timeout: .zero)))
        #expect(await number(&reader) == 1)
        guard case .ended(.failed) = await reader.next(timeout: .zero) else { Issue.record("no end"); return }
    }

    @Test func `a reader whose task is cancelled is let go`() async {
        var reader = hub.reader()
        _ = await reader.next(timeout: .zero)
        let waiting = Task { [reader] in
            var reader = reader
            return await reader.next(timeout: .seconds(60))
        }
        waiting.cancel()
        #expect(isIdle(await waiting.value))
    }

    @Test func `the highest wish for each page counts, within bounds`() {
        let changes = Mutex(0)
        hub.onRateChange { changes.withLock { $0 += 1 } }
        hub.wantsRate(framesPerSecond: 15, of: nil, by: 1)
        hub.wantsRate(framesPerSecond: 90, of: nil, by: 2)
        hub.wantsRate(framesPerSecond: 20, of: nil, by: 3)
        #expect(hub.wantedRates == [nil: FrameHub.maximumRate] && changes.withLock { $0 } == 2)
        hub.wantsRate(framesPerSecond: 5, of: "A", by: 2)
        hub.releaseRate(by: 3)
        #expect(hub.wantedRates == [nil: 15, "A": 5])
        hub.releaseRate(by: 1)
        hub.releaseRate(by: 2)
        #expect(hub.wantedRates.isEmpty)
    }

    @Test func `frames of pages that are gone are forgotten, and of many pages only the newest kept`() {
        let ids = (0..<40).map { "P\($0)" }
        hub.update(pages: ids.map { PageTarget(id: $0, url: "", active: $0 == "P0") })
        for (number, id) in ids.enumerated() { hub.publish(frame(Int64(number + 1), of: id)) }
        #expect(hub.latest()?.number == 1)
        #expect(hub.latest(of: "P1") == nil)
        #expect(hub.latest(of: "P39")?.number == 40)
        hub.update(pages: [PageTarget(id: "P0", url: "", active: true)])
        #expect(hub.latest(of: "P39") == nil)
    }
}
