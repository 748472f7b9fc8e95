import API
import CDPProxy
import ControlPlane
import HTTPTypes
import JSON
import Logging
import Model

/// The CDP addresses of runs, `/cdp/{runId}/{token}...`: who may pass, and to which browser.
struct CDPDoor: Sendable {
    let runtimes: Runtimes
    let rule: HostRule
    let logger: Logger

    /// The browser behind an address, for a request with these fields.
    /// - Throws: 403 for a foreign host or origin, 404 when no such run is open, 401 for a wrong token.
    func connection(run: String?, token: String?, request: HTTPRequest) async throws -> AgentConnection {
        try rule.check(authority: request.authority, origin: request.headerFields[.origin])
        guard let run = run.flatMap({ RunID($0) }), let token else {
            throw APIError(.runNotFound, "There is no open run with the id in this path.")
        }
        return try await runtimes.connect(run: run, token: token)
    }

    /// What becomes of a request to open a WebSocket.
    func decide(_ request: HTTPRequest) async -> UpgradeDecision {
        let path = (request.path ?? "/").prefix { $0 != "?" }
        let segments = path.split(separator: "/").map { PercentDecoding.decode($0) }
        guard segments.count >= 3, segments[0] == "cdp" else { return .pass }
        do {
            let connection = try await connection(run: segments[1], token: segments[2], request: request)
            guard let browserPath = Self.browserPath(segments.dropFirst(3), of: connection) else { return .pass }
            let endpoint = BrowserEndpoint(host: "127.0.0.1", port: connection.port, path: browserPath)
            return .splice(endpoint, tap: connection.tap(of: browserPath), onEnd: {})
        } catch {
            return .refuse(UpgradeRefusal(ErrorTranslation.apiError(error, logger: logger)))
        }
    }

    /// The path at the browser: its own for the bare address, else `/devtools/page/...` or `/devtools/browser/...`.
    private static func browserPath(_ rest: ArraySlice<String?>, of connection: AgentConnection) -> String? {
        if rest.isEmpty { return connection.browserPath }
        let segments = rest.compactMap { $0 }
        let isSafe = segments.allSatisfy { segment in
            segment.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        }
        guard rest.count == 3, segments.count == 3, isSafe, segments[0] == "devtools" else { return nil }
        guard ["page", "browser"].contains(segments[1]) else { return nil }
        return "/" + segments.joined(separator: "/")
    }
}
