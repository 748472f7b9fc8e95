import JSON
import Model
import Recorder
import Testing

@testable import LiveView

@Suite(.timeLimit(.minutes(3))) struct LineTests {
    @Test func `a frame's head is as the protocol says`() {
        let frame = Frame(
            number: 258,
            pageID: "AB",
            time: Timestamp(milliseconds: 1_700_000_000_123),
            width: 640,
            height: 360,
            geometry: FrameGeometry(deviceWidth: 1280, deviceHeight: 720, scrollOffsetY: 5),
            jpeg: [1, 2, 3]
        )
        let head = FramePacket.head(of: frame)
        #expect(head.count == 51)
        #expect(Array(head[0..<4]) == [1, 1, 0, 51])
        #expect(head[4..<12].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } == 258.0.bitPattern)
        #expect(Array(head[20..<24]) == [2, 128, 1, 104])
        #expect(head[24..<28].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } == Float(1280).bitPattern)
        #expect(Array(head[48...]) == [2, 65, 66])
    }

    @Test func `two frames are on their way, and an acknowledgement makes room`() async {
        let window = AckWindow()
        #expect(await window.room(within: .milliseconds(1)))
        window.sent(1)
        window.sent(2)
        #expect(await !window.room(within: .milliseconds(20)))
        async let room = window.room(within: .seconds(30))
        window.acknowledge(2)
        #expect(await room)
        #expect(window.takeCount() == 2)
    }

    @Test func `acknowledging what was never sent makes no room`() async {
        let window = AckWindow()
        window.sent(1)
        window.sent(2)
        window.acknowledge(99)
        #expect(await !window.room(within: .milliseconds(20)))
    }

    @Test func `of states that wait only the newest is sent, and the close comes last`() async {
        let outbox = ViewerOutbox()
        outbox.put(state: ["n": 1])
        outbox.put(["type": "notice"])
        outbox.put(state: ["n": 2])
        outbox.close(.runEnded, saying: ["type": "ended"])
        outbox.put(["too": "late"])
        var texts: [String] = []
        while case .text(let bytes) = await outbox.next() { texts.append(String(decoding: bytes, as: UTF8.self)) }
        #expect(texts == [#"{"type":"notice"}"#, #"{"n":2}"#, #"{"type":"ended"}"#])
    }

    @Test func `a viewer that takes nothing is given up`() async {
        let outbox = ViewerOutbox()
        for _ in 0...ViewerOutbox.countLimit { outbox.put(["type": "notice"]) }
        guard case .close(let reason) = await outbox.next() else {
            Issue.record("not closed")
            return
        }
        #expect(reason == .takesNothing)
    }

    @Test func `so many messages a second are fine, and more are not`() {
        let start = ContinuousClock.now
        var meter = MessageMeter(at: start)
        var count = 0
        for _ in 0..<700 where meter.count(at: start) { count += 1 }
        #expect(count == 600)
        let later = start.advanced(by: .seconds(1))
        for _ in 0..<700 where meter.count(at: later) { count += 1 }
        #expect(count == 900)
    }
}
