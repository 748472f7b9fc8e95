import Activity
import JSON
import Model
import Synchronization

/// What the proxy's tap sees of agents, and other parts of the server tell, on its way to the activity.
enum AgentNews: Sendable {
    case connected(client: Int)
    case command(AgentCommand)
    case attached(client: Int, session: String, target: String)
    case disconnected(client: Int)
    /// A person at a live view did something; as the CDP command that carries it out.
    case input(viewer: Int, method: String, params: JSON, page: String)
    case told(ActivityDraft, by: Doer?, page: String?)
    case staged(file: String, path: String)
    case captured(key: String, CaptureOutcome)
}

/// News of agents with the times of their coming, in order. At most 16,384 wait; beyond that commands are dropped, newest first.
final class AgentInbox: Sendable {
    static let limit = 16_384

    private struct State {
        var waiting: [(AgentNews, at: Timestamp)] = []
        var isTold = false
        var dropped = 0
    }

    private let state = Mutex(State())

    /// Whether somebody must come and take.
    func add(_ news: AgentNews) -> Bool {
        state.withLock { state in
            if state.waiting.count >= Self.limit, news.mayBeDropped {
                state.dropped += 1
                return false
            }
            state.waiting.append((news, .now))
            defer { state.isTold = true }
            return !state.isTold
        }
    }

    /// All that waits, and how many commands were dropped since the last call.
    func take() -> (news: [(AgentNews, at: Timestamp)], dropped: Int) {
        state.withLock { state in
            defer { state = State() }
            return (state.waiting, state.dropped)
        }
    }
}

extension AgentNews {
    fileprivate var mayBeDropped: Bool {
        switch self {
        case .command, .input, .told: true
        default: false
        }
    }
}
