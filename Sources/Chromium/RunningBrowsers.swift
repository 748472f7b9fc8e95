import Model
import Synchronization

/// The browsers that run now, and the profiles that they use.
final class RunningBrowsers: Sendable {
    private struct State {
        var browsers: [RunID: BrowserProcess] = [:]
        var profiles: [RunID: RuntimeID] = [:]
        /// Runs that ended before they were added.
        var ended: Set<RunID> = []
    }

    private let state = Mutex(State())

    var all: [BrowserProcess] { state.withLock { Array($0.browsers.values) } }

    /// False when another run uses the runtime's profile. Given back by `remove`.
    func takeProfile(_ runtime: RuntimeID, for run: RunID) -> Bool {
        state.withLock { state in
            guard !state.profiles.values.contains(runtime) else { return false }
            state.profiles[run] = runtime
            return true
        }
    }

    /// Does nothing when the run has ended before.
    func add(_ browser: BrowserProcess, of run: RunID) {
        state.withLock { state in
            if state.ended.remove(run) == nil { state.browsers[run] = browser }
        }
    }

    func remove(_ run: RunID) {
        state.withLock { state in
            state.profiles[run] = nil
            if state.browsers.removeValue(forKey: run) == nil { state.ended.insert(run) }
        }
    }

    /// After a start that failed.
    func forget(_ run: RunID) { state.withLock { _ = $0.ended.remove(run) } }
}
