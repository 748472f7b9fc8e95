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

    /// A cast that starts, and four frames 16 milliseconds apart: what the last one brought.
    private mutating func moveFast() -> [CastGovernor.Command] {
        _ = governor.start(at: 0)
        for time in [20, 36, 52] as [Int64] { #expect(governor.frame(at: time, isNew: true).isEmpty) }
        return governor.frame(at: 68, isNew: true)
    }

    @Test mutating func `a change of two or three frames needs no sampling`() {
        _ = governor.start(at: 0)
        for begin in stride(from: Int64(1000), to: 9000, by: 1000) {
            for time in [0, 16, 32] { #expect(governor.frame(at: begin + Int64(time), isNew: true).isEmpty) }
        }
        #expect(governor.phase == .watching)
    }

    @Test mutating func `a page that moves fast is sampled at the rate`() {
        #expect(moveFast() == [.stop, .wake(at: 152)])
        // What was on its way comes still.
        #expect(governor.frame(at: 72, isNew: true).isEmpty)
        var now: Int64 = 152
        for _ in 0..<20 {
            #expect(governor.wake(at: now) == [.start(everyNthFrame: 1)])
            #expect(governor.frame(at: now + 40, isNew: true) == [.stop, .wake(at: now + 100)])
            now += 100
        }
    }

    @Test mutating func `a burst ends with a cast that stays on`() {
        _ = moveFast()
        _ = governor.wake(at: 152)
        #expect(governor.frame(at: 190, isNew: false).isEmpty)
        #expect(governor.phase == .watching)
        #expect(governor.wake(at: 300).isEmpty)
        #expect(governor.frame(at: 900, isNew: true).isEmpty)
    }

    @Test mutating func `a sample that takes long is followed by a longer rest`() {
        _ = moveFast()
        _ = governor.wake(at: 152)
        #expect(governor.frame(at: 352, isNew: true) == [.stop, .wake(at: 652)])
        #expect(governor.wake(at: 652) == [.start(everyNthFrame: 1)])
    }

    @Test mutating func `a wake that comes early is planned anew`() {
        _ = moveFast()
        #expect(governor.wake(at: 90) == [.wake(at: 152)])
    }

    @Test mutating func `a high rate is streamed, and its last frame is fetched`() {
        governor.rate = 25
        #expect(moveFast() == [.stop, .start(everyNthFrame: 3), .wake(at: 218)])
        for time in stride(from: Int64(118), through: 218, by: 50) {
            #expect(governor.frame(at: time, isNew: true).isEmpty)
        }
        #expect(governor.wake(at: 218) == [.wake(at: 368)])
        #expect(governor.wake(at: 368) == [.stop, .start(everyNthFrame: 1)])
        #expect(governor.frame(at: 390, isNew: false).isEmpty)
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
