import ControlPlane
import Credentials
import Model

extension Addresses {
    /// The credentialed CDP address of a run.
    func connectURL(run: RunID, token: Secret, authority: String?) -> String {
        "\(websocket(authority: authority))/cdp/\(run)/\(token.value)"
    }

    /// The address of a runtime's open run; nil while none is open.
    func connectURL(of state: RuntimeState, for call: Call) -> String? {
        guard let run = state.runtime.activeRunID, let token = state.connectToken else { return nil }
        return connectURL(run: run, token: token, authority: call.authority)
    }
}
