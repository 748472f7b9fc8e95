import Model
import Testing

@testable import ControlPlane

struct ArchiveScheduleTests {
    private let run = RunID()
    private let now = Timestamp(milliseconds: 1_790_000_000_000)

    @Test func `What has failed is tried again later, three times in all`() {
        var schedule = ArchiveSchedule()
        var (moment, attempts) = (now, 0)
        for _ in 0..<10_000 {
            if schedule.isDue(run, at: moment) {
                attempts += 1
                let pause = schedule.failed(run, at: moment)
                #expect(pause == (attempts == 1 ? 60 : attempts == 2 ? 600 : nil))
            }
            moment = moment.adding(seconds: 10)
        }
        #expect(attempts == 3)
    }

    @Test func `What is settled is not looked at again`() {
        var schedule = ArchiveSchedule()
        #expect(schedule.isDue(run, at: now))
        schedule.settle(run)
        #expect(!schedule.isDue(run, at: now.adding(seconds: 86_400)))
        #expect(schedule.isDue(RunID(), at: now))
        schedule.keep(only: [])
        #expect(schedule.isDue(run, at: now))
    }

    @Test func `A full disk pauses everything and counts as nobody's failure`() {
        var schedule = ArchiveSchedule()
        schedule.foundFull(at: now)
        #expect(!schedule.isOpen(at: now.adding(seconds: 299)))
        #expect(schedule.isOpen(at: now.adding(seconds: 300)) && schedule.isDue(run, at: now))
    }
}
