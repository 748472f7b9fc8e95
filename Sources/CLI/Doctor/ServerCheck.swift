import Foundation
import Martlet

/// Whether a server answers, and whether the key is one of its own; where none does, whether its port is free.
struct ServerCheck {
    let martlet: Martlet

    func findings() async -> [Finding] {
        var quick = martlet.configuration
        quick.timeout = .seconds(5)
        quick.retries = 0
        do {
            let identity = try await Martlet(quick).auth.whoami()
            return [.good("server", "\(quick.baseURL) answers; the key is \(identity.keyID)")]
        } catch let error as MartletError where error.kind == .authentication {
            return [await unauthorized(quick, error)]
        } catch let error as MartletError where error.kind == .unreachable {
            return [port(quick, error)]
        } catch {
            return [.bad("server", "\(error)", "Something else may serve that address.")]
        }
    }

    /// No key, or a wrong one: whether a server is there at all decides what to do.
    private func unauthorized(_ configuration: Martlet.Configuration, _ error: MartletError) async -> Finding {
        guard configuration.apiKey == nil else {
            return .bad("server", error.message, error.hint ?? "Set MARTLET_API_KEY.")
        }
        var keyed = configuration
        keyed.apiKey = "bctrl_doctor"
        do {
            _ = try await Martlet(keyed).auth.whoami()
        } catch let answer as MartletError where answer.kind == .unreachable {
            return port(configuration, answer)
        } catch {}
        return .bad("server", error.message, error.hint ?? "Set MARTLET_API_KEY.")
    }

    private func port(_ configuration: Martlet.Configuration, _ error: MartletError) -> Finding {
        guard let url = URL(string: configuration.baseURL), let host = url.host(),
            ["localhost", "127.0.0.1"].contains(host)
        else { return .bad("server", error.message, error.hint ?? "See whether it runs.") }
        return .warning(
            "server",
            "none answers on \(configuration.baseURL); the port is free",
            "Start one: `martlet serve`."
        )
    }
}
