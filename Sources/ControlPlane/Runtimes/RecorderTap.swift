import CDPProxy
import Recorder

/// Hands what agents say to the recorder, and keeps the runtime from being idle.
struct RecorderTap: CommandTap {
    let recorder: RunRecorder
    let activity: ActivityClock
    let gate: (any CommandGate)?
    /// Makes files of what agents capture; nil when that is switched off.
    let captures: AgentCaptures?
    /// The page that a client's address names; nil for the browser's own address.
    var page: String?

    func clientConnected(_ client: Int) {
        activity.touch()
        recorder.connected(client: client)
    }

    /// How long an agent's word to let a new target run waits for the recorder, at most.
    private static let patience: Duration = .seconds(1)

    /// All commands pass at once but one: a new target runs when the recorder is ready for it.
    /// The activity learns of each before the browser does, so that it knows who is behind what the browser tells then.
    func mayPass(_ command: ClientCommand, pass: @escaping @Sendable () -> Void) -> Bool {
        recorder.announced(agentCommand(command))
        guard command.method == "Runtime.runIfWaitingForDebugger" else { return true }
        Task {
            await recorder.catchUp(within: Self.patience)
            pass()
            await recorder.agentSpoke(agentCommand(command))
        }
        return false
    }

    func received(_ command: ClientCommand) {
        activity.touch()
        recorder.received(agentCommand(command))
    }

    var readsReplies: Bool { captures != nil }

    func wantsReply(to command: ClientCommand) -> Bool { captures?.wants(command) ?? false }

    func replied(to command: ClientCommand, _ reply: CommandReply) {
        captures?.replied(to: command, reply, page: page)
    }

    private func agentCommand(_ command: ClientCommand) -> AgentCommand {
        AgentCommand(
            clientID: command.clientID,
            method: command.method,
            sessionID: command.sessionID,
            page: command.sessionID == nil ? page : nil,
            size: command.size,
            captureKey: captures == nil ? nil : CaptureAsk.key(command)
        ) { command.params }
    }

    func attached(_ client: Int, session: String, target: String) {
        recorder.attached(client: client, session: session, target: target)
        captures?.attached(client, session: session, target: target)
    }

    func downloadBegins(_ client: Int, guid: String) { recorder.downloadBegins(client: client, guid: guid) }

    func downloadEnds(_ client: Int, guid: String) { recorder.downloadEnds(guid: guid) }

    func clientDisconnected(_ client: Int) {
        activity.touch()
        recorder.disconnected(client: client)
        captures?.disconnected(client)
    }
}
