import API
import ControlPlane
import Credentials
import HTTPTypes
import Hummingbird
import JSON
import LiveView
import Model
import NIOCore

/// Live views of a run: `POST /v1/runs/{runId}/live`, and its leases, which may be listed and taken back (ours).
struct LiveRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses
    let door: ViewDoor

    func add(to routes: inout Routes) {
        routes.on(.post, "/v1/runs/{runId}/live", create)
        routes.on(.get, "/v1/runs/{runId}/leases", list)
        routes.on(.delete, "/v1/runs/{runId}/leases/{leaseId}", revoke)
        door.on(.get, "/status", for: .live, in: &routes, status)
        door.on(.post, "/uploads", for: .live, in: &routes, upload)
        door.on(.get, "/icons/{icon}", for: .live, in: &routes, icon)
        door.page("live", for: .live, in: &routes)
    }

    @Sendable private func create(_ call: Call) async throws -> Response {
        let run = try call.runID
        let request = try LiveRequest(try await call.body())
        let (lease, token) = try await controlPlane.live.create(
            run: run,
            seconds: request.lifetimeSeconds,
            terms: request.terms
        )
        let url = "\(addresses.http(authority: call.authority))/view/live/\(token.value)"
        return .json(LiveResponse.json(url: url, lease: lease))
    }

    /// All leases, on one page.
    @Sendable private func list(_ call: Call) async throws -> Response {
        let leases = try await controlPlane.leases.list(of: try call.runID)
        return .json(ListResponse.json(leases.map(\.response), nextCursor: nil))
    }

    @Sendable private func revoke(_ call: Call) async throws -> Response {
        let run = try call.runID
        let lease: LeaseID = try call.id("leaseId", or: .leaseNotFound)
        return .json(try await controlPlane.live.revoke(lease, of: run).response)
    }

    /// Why a page cannot connect, for its script, which is not told the answer to a WebSocket's handshake.
    @Sendable private func status(_ call: Call, _ lease: Lease) async throws -> Response {
        let run = try await controlPlane.runs.get(lease.runID)
        return .json(
            [
                "runId": .string(run.id.description), "status": .string(run.status.rawValue),
                "control": .string(lease.terms.control.rawValue), "expiresAt": .string(lease.expiresAt.description),
            ]
        )
    }

    /// The icon of a page. It comes from anywhere: whoever opens it by itself gets a picture and nothing that runs.
    @Sendable private func icon(_ call: Call, _ lease: Lease) async throws -> Response {
        guard let number = call.parameter("icon").flatMap({ Int($0) }),
            let icon = await controlPlane.live.icon(number, by: lease)
        else { throw APIError(.routeNotFound, "There is no such icon.") }
        var response = Response(
            status: .ok,
            headers: [
                .contentType: icon.contentType, .contentLength: "\(icon.bytes.count)",
                .cacheControl: "private, max-age=86400, immutable",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: icon.bytes))
        )
        response.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        return response
    }

    /// Keeps a file as it comes: nothing of it is held in memory but a piece.
    @Sendable private func upload(_ call: Call, _ lease: Lease) async throws -> Response {
        guard let name = try call.query().text("name") else { throw APIError.invalid("name", "is required.") }
        var body = call.request.body.makeAsyncIterator()
        let upload = try await controlPlane.live.upload(name, by: lease) {
            try await body.next().map { Array($0.readableBytesView) }
        }
        return .json(
            [
                "uploadId": .string(upload.id), "name": .string(upload.name), "sizeBytes": .integer(upload.sizeBytes),
            ],
            status: .created
        )
    }
}
