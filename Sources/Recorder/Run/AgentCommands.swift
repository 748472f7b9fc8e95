import Synchronization

/// Agents' commands that matter, from the tap to the recorder. At most 256 wait; beyond that the oldest are dropped.
final class AgentCommands: Sendable {
    private let waiting = Mutex<[AgentCommand]>([])

    /// Never waits.
    func add(_ command: AgentCommand) {
        waiting.withLock { waiting in
            if waiting.count >= 256 { waiting.removeFirst() }
            waiting.append(command)
        }
    }

    func take() -> [AgentCommand] {
        waiting.withLock { waiting in
            guard !waiting.isEmpty else { return [] }
            let taken = waiting
            waiting = []
            return taken
        }
    }
}
