import Model
import Synchronization

/// When a runtime was last used from outside. Watching is no use; commands, targets and starts are.
final class ActivityClock: Sendable {
    private let last = Mutex(Timestamp.now)

    var lastActivityAt: Timestamp { last.withLock { $0 } }

    func touch() { last.withLock { $0 = .now } }

    /// How long until the idle timeout runs out; zero or less when it has.
    func remaining(of idleTimeoutSeconds: Int) -> Duration {
        let elapsed = Timestamp.now.milliseconds - lastActivityAt.milliseconds
        return .milliseconds(Int64(idleTimeoutSeconds) * 1000 - elapsed)
    }
}
