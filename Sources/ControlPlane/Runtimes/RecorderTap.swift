import CDPProxy
import Recorder

/// Hands what agents say to the recorder, and keeps the runtime from being idle.
struct RecorderTap: CommandTap {
    let recorder: RunRecorder
    let activity: ActivityClock

    func clientConnected(_ client: Int) { activity.touch() }

    /// How long an agent's word to let a new target run waits for the recorder, at most.
    private static let patience: Duration = .seconds(1)

    /// All commands pass at once but one: a new target runs when the recorder is ready for it.
    func mayPass(_ command: ClientCommand, pass: @escaping @Sendable () -> Void) -> Bool {
        guard command.method == "Runtime.runIfWaitingForDebugger" else { return true }
        Task {
            await recorder.catchUp(within: Self.patience)
            pass()
        }
        return false
    }

    func received(_ command: ClientCommand) {
        activity.touch()
        recorder.received(
            AgentCommand(clientID: command.clientID, method: command.method, sessionID: command.sessionID) {
                command.params
            }
        )
    }

    func clientDisconnected(_ client: Int) { activity.touch() }
}
