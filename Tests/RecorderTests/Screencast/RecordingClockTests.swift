import Model
import Testing

@testable import Recorder

@Suite struct RecordingClockTests {
    private let clock = RecordingClock(startedAt: Timestamp(milliseconds: 100_000))

    /// What the recording says at a moment of the wall clock, of a picture that is so many milliseconds old.
    private func time(at now: Int64, monotonic: Int64, age: Int64 = 0) -> Int64 {
        clock.milliseconds(Timestamp(milliseconds: now - age), at: now, monotonic: monotonic)
    }

    @Test func `times are the wall clock's, to the millisecond`() {
        #expect(time(at: 100_000, monotonic: 5000) == 0)
        #expect(time(at: 101_000, monotonic: 6020, age: 7) == 993, "two clocks are not read at once")
        #expect(time(at: 101_500, monotonic: 6500, age: 3000) == 0)
    }

    @Test func `a clock that is set back by ten minutes does not stop the recording`() {
        #expect(time(at: 700_000, monotonic: 5000) == 600_000)
        #expect(time(at: 110_000, monotonic: 15_000) == 610_000)
        #expect(time(at: 120_000, monotonic: 25_000, age: 40) == 619_960)
        #expect(time(at: 120_000, monotonic: 25_000, age: -600_000) == 620_000, "a picture from before")
    }

    @Test func `a clock that is set forward is followed, and set right again as well`() {
        _ = time(at: 100_000, monotonic: 5000)
        #expect(time(at: 711_000, monotonic: 16_000) == 611_000)
        #expect(time(at: 112_000, monotonic: 17_000) == 612_000)
        #expect(time(at: 713_000, monotonic: 18_000) == 613_000)
    }
}
