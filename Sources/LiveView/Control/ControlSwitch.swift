public import Model
import Synchronization

/// Tells those on the agents' line whether a person drives. Asked for each piece of an agent's bytes, so it takes a lock and no more.
public final class ControlSwitch: Sendable {
    private struct State {
        var agentInput: Lease.AgentInput?
        var listeners: [Int: @Sendable () -> Void] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// What becomes of an agent's input now; nil while the agent has control.
    public var agentInput: Lease.AgentInput? { state.withLock { $0.agentInput } }

    /// Changes it and, when the agent gets control back, tells all listeners.
    func set(_ agentInput: Lease.AgentInput?) {
        let listeners = state.withLock { state in
            let isOpening = agentInput != .hold && state.agentInput == .hold
            state.agentInput = agentInput
            return isOpening ? Array(state.listeners.values) : []
        }
        for listener in listeners { listener() }
    }

    /// Calls `listener` whenever what was held may go on, until ``forget(_:)``.
    public func listen(_ listener: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.count += 1
            state.listeners[state.count] = listener
            return state.count
        }
    }

    public func forget(_ listener: Int) { state.withLock { $0.listeners[listener] = nil } }
}
