import Testing

@testable import Recorder

@Suite struct CastGovernorTests {
    private var governor = CastGovernor(rate: 10)

    @Test mutating func `a page that moves slowly is cast throughout, at once and without a word`() {
        #expect(governor.start(at: 0) == [.start(everyNthFrame: 1)])
        for time in stride(from: Int64(20), to: 5000, by: 100) {
            #expect(governor.frame(at: time, isNew: true).isEmpty)
        }
        #expect(governor.phase == .watching)
    }

    @Test mutating func `a page that moves fast is sampled at the rate`() {
        _ = governor.start(at: 0)
        _ = governor.frame(at: 20, isNew: true)
        #expect(governor.frame(at: 36, isNew: true) == [.stop, .wake(at: 120)])
        // What was on its way comes still.
        #expect(governor.frame(at: 40, isNew: true).isEmpty)
        var now: Int64 = 120
        for _ in 0..<20 {
            #expect(governor.wake(at: now) == [.start(everyNthFrame: 1)])
            #expect(governor.frame(at: now + 40, isNew: true) == [.stop, .wake(at: now + 100)])
            now += 100
        }
    }

    @Test mutating func `a burst ends with a cast that stays on`() {
        _ = governor.start(at: 0)
        _ = governor.frame(at: 20, isNew: true)
        _ = governor.frame(at: 36, isNew: true)
        _ = governor.wake(at: 120)
        #expect(governor.frame(at: 150, isNew: false).isEmpty)
        #expect(governor.phase == .watching)
        #expect(governor.wake(at: 300).isEmpty)
        #expect(governor.frame(at: 900, isNew: true).isEmpty)
    }

    @Test mutating func `a sample that comes late is followed at once`() {
        _ = governor.start(at: 0)
        _ = governor.frame(at: 20, isNew: true)
        _ = governor.frame(at: 36, isNew: true)
        _ = governor.wake(at: 120)
        #expect(governor.frame(at: 500, isNew: true) == [.stop, .wake(at: 500)])
        #expect(governor.wake(at: 500) == [.start(everyNthFrame: 1)])
    }

    @Test mutating func `a wake that comes early is planned anew`() {
        _ = governor.start(at: 0)
        _ = governor.frame(at: 20, isNew: true)
        _ = governor.frame(at: 36, isNew: true)
        #expect(governor.wake(at: 60) == [.wake(at: 120)])
    }

    @Test mutating func `a high rate is streamed, and its last frame is fetched`() {
        governor.rate = 25
        _ = governor.start(at: 0)
        _ = governor.frame(at: 20, isNew: true)
        #expect(governor.frame(at: 36, isNew: true) == [.stop, .start(everyNthFrame: 3), .wake(at: 186)])
        for time in stride(from: Int64(86), through: 186, by: 50) {
            #expect(governor.frame(at: time, isNew: true).isEmpty)
        }
        #expect(governor.wake(at: 186) == [.wake(at: 336)])
        #expect(governor.wake(at: 336) == [.stop, .start(everyNthFrame: 1)])
        #expect(governor.frame(at: 360, isNew: false).isEmpty)
        #expect(governor.phase == .watching)
    }

    @Test mutating func `a cast that is off says nothing`() {
        #expect(governor.stop().isEmpty && governor.wake(at: 5).isEmpty && governor.frame(at: 6, isNew: true).isEmpty)
        _ = governor.start(at: 10)
        #expect(governor.start(at: 11).isEmpty)
        #expect(governor.stop() == [.stop])
        #expect(governor.restart(at: 20) == [.start(everyNthFrame: 1)])
    }
}
