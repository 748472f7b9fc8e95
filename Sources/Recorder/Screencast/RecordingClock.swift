import Model
import Synchronization

/// Milliseconds since a run's start, as a recording counts them.
///
/// They are the wall clock's, until that is set back by more than a second: from then on they go on as time does, so that what is seen afterwards
/// stands behind what was seen before. A clock that is set forward is followed.
final class RecordingClock: Sendable {
    /// A difference that is smaller may come of reading two clocks one after the other.
    private static let least: Int64 = 1000

    private let startedAt: Int64
    /// The most that the wall clock has been ahead of the monotonic one.
    private let lead = Mutex(Int64.min)

    init(startedAt: Timestamp) { self.startedAt = startedAt.milliseconds }

    func milliseconds(_ time: Timestamp) -> Int64 {
        let now = Timestamp.now.milliseconds
        return milliseconds(time, at: now, monotonic: MonotonicClock.milliseconds)
    }

    /// - Parameters:
    ///   - now: what the wall clock says now.
    ///   - monotonic: what a clock says that is never set.
    func milliseconds(_ time: Timestamp, at now: Int64, monotonic: Int64) -> Int64 {
        let lost = lead.withLock { lead in
            lead = max(lead, now - monotonic)
            return lead - (now - monotonic)
        }
        guard lost >= Self.least else { return max(0, time.milliseconds - startedAt) }
        // A picture from before the clock was set back would be in the future.
        return max(0, min(time.milliseconds, now) - startedAt + lost)
    }
}
