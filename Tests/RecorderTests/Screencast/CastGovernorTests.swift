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
        for _ in 0..<10 {
            #expect(governor.wake(at: now) == [.start(everyNthFrame: 1)])
            #expect(governor.frame(at: now + 40, isNew: true) == [.stop, .wake(at: now + 100)])
            now += 100
        }
    }

    @Test(arguments: [true, false])
    mutating func `samples of a page that never rests take at most a fifth of the time, unless somebody watches`(
        isThrifty: Bool
    ) {
        _ = governor.set(rate: 10, isThrifty: isThrifty, at: 0)
        _ = moveFast()
        var now: Int64 = 152
        for sample in 1...50 {
            #expect(governor.wake(at: now) == [.start(everyNthFrame: 1)])
            let next = now + (isThrifty && sample > 10 ? 200 : 100)
            #expect(governor.frame(at: now + 40, isNew: true) == [.stop, .wake(at: next)])
            now = next
        }
        _ = governor.wake(at: now)
        #expect(governor.frame(at: now + 40, isNew: false).isEmpty, "the burst ends as ever")
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

    @Test mutating func `a wake that is meant for somebody else changes nothing`() {
        _ = moveFast()
        #expect(governor.wake(at: 90).isEmpty)
        #expect(governor.wake(at: 152) == [.start(everyNthFrame: 1)])
    }

    /// A still page that has given its picture.
    private mutating func still() {
        _ = governor.start(at: 0)
        _ = governor.frame(at: 20, isNew: true)
    }

    @Test mutating func `an agent's step costs one capture, when the agent pauses`() {
        still()
        #expect(governor.acted(at: 1000) == [.stop, .wake(at: 1100)])
        #expect(governor.acted(at: 1060).isEmpty)
        #expect(governor.wake(at: 1100) == [.wake(at: 1160)])
        #expect(governor.wake(at: 1160) == [.start(everyNthFrame: 1)])
        #expect(governor.frame(at: 1190, isNew: true).isEmpty)
        #expect(governor.phase == .watching)
    }

    @Test mutating func `what the page does after an agent's step is seen at once`() {
        still()
        _ = governor.acted(at: 1000)
        _ = governor.wake(at: 1100)
        #expect(governor.frame(at: 1130, isNew: false).isEmpty)
        #expect(governor.frame(at: 1500, isNew: true).isEmpty)
        #expect(governor.phase == .watching)
    }

    @Test(arguments: [(20, 420), (100, 900), (300, 2300)] as [(Int64, Int64)])
    mutating func `an agent that never pauses is captured at a slow beat, the slower the longer it takes`(
        sampleTime: Int64,
        beat: Int64
    ) {
        still()
        var (now, starts): (Int64, [Int64]) = (1000, [])
        while starts.count < 5 {
            now += 10
            _ = governor.acted(at: now)
            if governor.phase == .sampling, now == (starts.last ?? 0) + sampleTime {
                #expect(governor.frame(at: now, isNew: true).contains(.stop))
            }
            if governor.wake(at: now) == [.start(everyNthFrame: 1)] { starts.append(now) }
        }
        #expect(zip(starts.dropFirst(), starts).map { $0 - $1 } == [beat, beat, beat, beat])
    }

    @Test mutating func `a page that an agent acts on before its first picture gives that first`() {
        _ = governor.start(at: 0)
        #expect(governor.acted(at: 10).isEmpty)
        _ = governor.frame(at: 50, isNew: true)
        #expect(governor.acted(at: 60) == [.stop, .wake(at: 160)])
    }

    @Test mutating func `a document that has loaded is captured before its agent's next act lets the cast rest`() {
        still()
        _ = governor.acted(at: 1000)
        #expect(governor.loaded(at: 1040) == [.start(everyNthFrame: 1)])
        #expect(governor.acted(at: 1050).isEmpty)
        #expect(governor.frame(at: 1070, isNew: true) == [.stop, .wake(at: 1170)])
        _ = governor.wake(at: 1170)
        _ = governor.frame(at: 1190, isNew: false)
        #expect(governor.loaded(at: 2000).isEmpty, "the cast is on")
        #expect(governor.frame(at: 2005, isNew: false).isEmpty, "the page before, once more")
        #expect(governor.acted(at: 2010).isEmpty)
        _ = governor.frame(at: 2030, isNew: true)
        #expect(governor.acted(at: 2040) == [.stop, .wake(at: 2140)])
    }

    @Test mutating func `a picture that was put off is taken when there will be no other time`() {
        still()
        #expect(governor.hurry(at: 900).isEmpty)
        _ = governor.acted(at: 1000)
        #expect(governor.hurry(at: 1010) == [.start(everyNthFrame: 1)])
        #expect(governor.hurry(at: 1011).isEmpty)
    }

    @Test mutating func `a high rate is streamed, and its last frame is fetched`() {
        _ = governor.set(rate: 25, isThrifty: true, at: 0)
        #expect(moveFast() == [.stop, .start(everyNthFrame: 3), .wake(at: 218)])
        for time in stride(from: Int64(118), through: 218, by: 50) {
            #expect(governor.frame(at: time, isNew: true).isEmpty)
        }
        #expect(governor.wake(at: 218) == [.wake(at: 368)])
        #expect(governor.wake(at: 368) == [.stop, .start(everyNthFrame: 1)])
        #expect(governor.frame(at: 390, isNew: false).isEmpty)
        #expect(governor.phase == .watching)
    }

    @Test mutating func `a stream plans one wake at a time, whoever else wakes it`() {
        _ = governor.set(rate: 25, isThrifty: true, at: 0)
        var outstanding = moveFast().filter { if case .wake = $0 { true } else { false } }.count
        for time in stride(from: Int64(70), through: 3000, by: 10) {
            if time % 50 == 0 { _ = governor.frame(at: time, isNew: true) }
            guard case .streaming(let until) = governor.phase else { return #expect(Bool(false), "it ended") }
            let commands = governor.wake(at: time)
            #expect(commands.isEmpty || time >= until)
            outstanding += commands.count - (time >= until ? 1 : 0)
            #expect(outstanding == 1)
        }
    }

    @Test mutating func `a stream gets its new rate at once, and ends when nobody asks for it`() {
        _ = governor.set(rate: 13, isThrifty: true, at: 0)
        #expect(moveFast() == [.stop, .start(everyNthFrame: 5), .wake(at: 218)])
        #expect(governor.set(rate: 14, isThrifty: true, at: 100).isEmpty)
        #expect(governor.set(rate: 25, isThrifty: true, at: 110) == [.stop, .start(everyNthFrame: 3), .wake(at: 260)])
        _ = governor.frame(at: 290, isNew: true)
        #expect(governor.set(rate: 10, isThrifty: true, at: 300) == [.stop, .start(everyNthFrame: 1)])
        #expect(governor.frame(at: 320, isNew: true) == [.stop, .wake(at: 390)], "it is sampled")
    }

    /// A page that is still, until a caret blinks in it: what the picture brought that was one too many. The time is 4500 then.
    private mutating func blink() -> [CastGovernor.Command] {
        still()
        #expect(governor.frame(at: 2500, isNew: true).isEmpty)
        for time in [3000, 3500, 4000] as [Int64] {
            #expect(governor.frame(at: time, isNew: true, isBack: true).isEmpty)
        }
        return governor.frame(at: 4500, isNew: true, isBack: true)
    }

    @Test mutating func `a page on which only a caret blinks is looked at now and then`() {
        #expect(blink() == [.stop, .wake(at: 6500)])
        for wake in [6500, 8540, 10580] as [Int64] {
            #expect(governor.wake(at: wake) == [.start(everyNthFrame: 1)])
            #expect(governor.frame(at: wake + 40, isNew: false, isBack: true) == [.stop, .wake(at: wake + 2040)])
        }
        _ = governor.wake(at: 12620)
        #expect(governor.frame(at: 12660, isNew: true) == [.stop, .wake(at: 12720)], "a third picture")
        _ = governor.wake(at: 12720)
        #expect(governor.frame(at: 12760, isNew: false).isEmpty)
        #expect(governor.phase == .watching)
    }

    @Test mutating func `an act wakes a page that blinks, and it is watched for a while`() {
        _ = blink()
        #expect(governor.acted(at: 5000) == [.stop, .wake(at: 5100)])
        #expect(governor.wake(at: 5100) == [.start(everyNthFrame: 1)])
        #expect(governor.frame(at: 5140, isNew: false).isEmpty, "nothing came of it yet")
        #expect(governor.phase == .watching)
        #expect(governor.frame(at: 5600, isNew: true, isBack: true).isEmpty)
        #expect(governor.wake(at: 6500).isEmpty)
    }

    @Test mutating func `a new document and a viewer wake a page that blinks`() {
        _ = blink()
        #expect(governor.set(rate: 10, isThrifty: false, at: 5000) == [.start(everyNthFrame: 1)])
        for time in stride(from: Int64(5040), to: 9000, by: 500) {
            #expect(governor.frame(at: time, isNew: true, isBack: true).isEmpty, "it is watched")
        }
        #expect(governor.set(rate: 10, isThrifty: true, at: 9000).isEmpty)
        #expect(governor.frame(at: 9040, isNew: true, isBack: true) == [.stop, .wake(at: 11040)])
        #expect(governor.loaded(at: 9500) == [.start(everyNthFrame: 1)])
    }

    @Test mutating func `a cast that is off says nothing`() {
        #expect(governor.stop().isEmpty && governor.wake(at: 5).isEmpty && governor.frame(at: 6, isNew: true).isEmpty)
        _ = governor.start(at: 10)
        #expect(governor.start(at: 11).isEmpty)
        #expect(governor.stop() == [.stop])
        #expect(governor.restart(at: 20) == [.start(everyNthFrame: 1)])
    }
}
