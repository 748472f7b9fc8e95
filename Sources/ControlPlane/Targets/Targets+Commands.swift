import CDP
import JSON
import Model

extension Targets {
    /// Asks the browser, and says in the contract's words why it refused.
    func call(_ method: String, _ params: JSONObject, in active: ActiveRun) async throws -> JSON {
        do {
            return try await active.connection.call(method, params)
        } catch {
            switch error.code {
            case .refused: throw ControlPlaneError(.requestInvalid, "The browser refused: \(error.message)")
            case .closed: throw ControlPlaneError.runtimeNotActive(active.run.runtimeID)
            default: throw ControlPlaneError(.hostUnavailable, "The browser did not answer: \(error.message)")
            }
        }
    }
}
