import API
import ControlPlane
import Hummingbird
import JSON

/// What Chromium's own DevTools port tells about itself, beside each run's CDP address, with our addresses in it.
struct DiscoveryRoutes {
    let door: CDPDoor
    let addresses: Addresses

    func add(to routes: inout Routes) {
        let base = "/cdp/{runId}/{token}"
        routes.on(.get, base, access: .open, explain)
        routes.on(.get, base + "/devtools/{kind}/{targetId}", access: .open, explain)
        for page in ["/json", "/json/list", "/json/version", "/json/protocol"] {
            routes.on(.get, base + page, access: .open) { try await discover(page, $0) }
        }
    }

    /// A plain request for an address that is a WebSocket's.
    @Sendable private func explain(_ call: Call) async throws -> Response {
        _ = try await connection(call)
        throw APIError(
            .requestInvalid,
            "This address is a WebSocket's.",
            hint: "Give it to a CDP client, such as Playwright's `connect_over_cdp`, or read `json/version` beside it."
        )
    }

    private func discover(_ page: String, _ call: Call) async throws -> Response {
        let connection = try await connection(call)
        let bytes: [UInt8]
        do {
            bytes = try await BrowserPage.get(page, port: connection.port)
        } catch {
            throw APIError(.hostUnavailable, "The browser did not answer.", hint: "Try again; the run may be ending.")
        }
        guard page != "/json/protocol", let value = try? JSON.parse(bytes) else { return .json(bytes) }
        let base = addresses.websocket(authority: call.authority)
        let path = "/cdp/\(call.parameter("runId") ?? "")/\(call.parameter("token") ?? "")"
        return .json(DiscoveryAddresses(base: base + path).rewrite(value))
    }

    private func connection(_ call: Call) async throws -> AgentConnection {
        try await door.connection(
            run: call.parameter("runId"),
            token: call.parameter("token"),
            request: call.request.head
        )
    }
}
