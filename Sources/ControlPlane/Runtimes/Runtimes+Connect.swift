import CDPProxy
import Credentials
public import Model
import Recorder

extension Runtimes {
    /// Who records a run; nil when it is not open.
    func recorder(of run: RunID) -> RunRecorder? { activeRuns[run]?.recorder }

    /// The way into the browser of an open run, for an agent that shows the run's token.
    /// - Throws: `run.not_found` when no such run is open; `auth.required` when the token is wrong.
    public func connect(run: RunID, token: String) async throws -> AgentConnection {
        if let active = activeRuns[run] {
            guard active.token.matches(token) else { throw ControlPlaneError.connectTokenWrong }
            return AgentConnection(active)
        }
        throw ControlPlaneError(
            .runNotFound,
            "There is no open run \(run).",
            hint: "A `connectUrl` is dead when its run ends. Start the runtime again."
        )
    }
}
