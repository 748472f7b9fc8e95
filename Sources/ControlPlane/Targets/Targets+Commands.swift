import CDP
import JSON
import Model
import Recorder

extension Targets {
    /// The recorder's pages with the titles and addresses of this moment, which the browser does not announce as they change
    /// (CDP `Target.getTargets`).
    func pages(of active: ActiveRun) async throws -> [PageTarget] {
        let infos = try await call("Target.getTargets", [:], in: active)["targetInfos"]?.arrayValue ?? []
        var pages = await active.recorder.targets()
        for index in pages.indices {
            guard let info = infos.first(where: { $0["targetId"]?.stringValue == pages[index].id }) else { continue }
            pages[index].title = info["title"]?.stringValue ?? pages[index].title
            if let url = info["url"]?.stringValue, !url.isEmpty { pages[index].url = url }
        }
        return pages
    }

    /// Asks the browser, and says in the contract's words why it refused.
    func call(_ method: String, _ params: JSONObject, in active: ActiveRun) async throws -> JSON {
        try await asking(active) { _ throws(CDPError) in try await active.connection.call(method, params) }
    }

    /// Says in the contract's words why the browser refused.
    func asking<Answer: Sendable>(
        _ active: ActiveRun,
        _ work: (RunRecorder) async throws(CDPError) -> Answer
    ) async throws -> Answer {
        do throws(CDPError) {
            return try await work(active.recorder)
        } catch {
            switch error.code {
            case .refused: throw ControlPlaneError(.requestInvalid, "The browser refused: \(error.message)")
            case .closed: throw ControlPlaneError.runtimeNotActive(active.run.runtimeID)
            default: throw ControlPlaneError(.hostUnavailable, "The browser did not answer: \(error.message)")
            }
        }
    }
}
