import JSON
import Synchronization

/// Which page each session of each agent's client belongs to, which pages agents drive, and who wants new pages to wait.
final class AgentSessions: Sendable {
    private struct State {
        var targets: [Int: [String: String]] = [:]
        var drivenAt: [String: Int64] = [:]
        var waiting: Set<Int> = []
    }

    /// Sessions that are remembered of one client.
    private static let mostSessions = 10_000
    /// A page's commands are told of at most so often, in milliseconds.
    private static let pause: Int64 = 1000

    private let state = Mutex(State())

    func attached(_ client: Int, session: String, target: String) {
        state.withLock { state in
            // Those of pages that are gone are not told of: all are forgotten when there are too many.
            if state.targets[client, default: [:]].count >= Self.mostSessions { state.targets[client] = [:] }
            state.targets[client, default: [:]][session] = target
        }
    }

    func disconnected(_ client: Int) {
        state.withLock { state in
            state.targets[client] = nil
            state.waiting.remove(client)
        }
    }

    /// CDP `Target.setAutoAttach` of the whole browser, with `waitForDebuggerOnStart`: the client lets each new page run itself.
    func noteWaiting(_ command: AgentCommand) {
        guard command.method == "Target.setAutoAttach", command.sessionID == nil, command.page == nil else { return }
        let waits = command.params.map { $0["autoAttach"] == true && $0["waitForDebuggerOnStart"] == true } ?? false
        state.withLock { state in
            if waits { state.waiting.insert(command.clientID) } else { state.waiting.remove(command.clientID) }
        }
    }

    /// Whether one of those clients has a session with a page.
    func someoneWaits(for target: String) -> Bool {
        state.withLock { state in
            state.waiting.contains { client in state.targets[client]?.values.contains(target) == true }
        }
    }

    /// Whether any client lets new pages run itself.
    var someoneWaits: Bool { state.withLock { !$0.waiting.isEmpty } }

    /// The page of a command; nil for one to the browser.
    func page(of command: AgentCommand) -> String? {
        if let page = command.page { return page }
        guard let session = command.sessionID else { return nil }
        return state.withLock { $0.targets[command.clientID]?[session] }
    }

    /// The page that a command drives, unless that was told a moment ago.
    func newlyDriven(by command: AgentCommand, at now: Int64) -> String? {
        guard let page = page(of: command), isNewlyDriven(page, by: command.method, at: now) else { return nil }
        return page
    }

    /// Whether a command, an agent's or a person's, drives its page and none did a moment ago.
    func isNewlyDriven(_ page: String, by method: String, at now: Int64) -> Bool {
        guard Self.driving.contains(where: { method.hasPrefix($0) }) else { return false }
        return state.withLock { state in
            if let last = state.drivenAt[page], now - last < Self.pause { return false }
            if state.drivenAt.count > 1000 { state.drivenAt = [:] }
            state.drivenAt[page] = now
            return true
        }
    }

    /// The page that a command is about to change before our eyes.
    func actedOn(by command: AgentCommand) -> String? {
        Self.acting.contains(where: { command.method.hasPrefix($0) }) ? page(of: command) : nil
    }

    /// Scripts drive a page too, but most of them only read.
    private static let acting = ["Input.", "Page.navigate", "Page.reload", "Page.setDocumentContent"]
    private static let driving = acting + ["Runtime.evaluate", "Runtime.callFunctionOn"]
}
