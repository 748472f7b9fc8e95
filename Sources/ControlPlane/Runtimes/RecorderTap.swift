import CDPProxy
import Recorder

/// Hands what agents say to the recorder, and keeps the runtime from being idle. Never waits.
struct RecorderTap: CommandTap {
    let recorder: RunRecorder
    let activity: ActivityClock

    func clientConnected(_ client: Int) { activity.touch() }

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
