import API
import ControlPlane
import Hummingbird
import JSON
import Model

/// `POST /v1/runs/{runId}/files/export`: all that a run produced as one archive.
struct RunExportRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.post, "/v1/runs/{runId}/files/export", export)
    }

    @Sendable private func export(_ call: Call) async throws -> Response {
        let (run, exports) = (try call.runID, controlPlane.exports)
        let base = addresses.http(authority: call.authority)
        let idempotency = Idempotency(calls: controlPlane.idempotentCalls)
        let kept = try await idempotency.perform(
            call,
            "runs.files.export",
            bodyKey: { try Self.body($0).idempotencyKey }
        ) { bytes in
            let file = try await exports.export(run, Self.request(Self.body(bytes)))
            return IdempotentCalls.Response(status: 201, body: file.response(base: base).bytes)
        }
        return .json(kept.body, status: .created)
    }

    private static func body(_ bytes: [UInt8]) throws(APIError) -> RunExportRequest {
        try RunExportRequest(try BodyReader.object(bytes), parts: ExportRequest.Part.allCases.map(\.rawValue))
    }

    private static func request(_ body: RunExportRequest) -> ExportRequest {
        ExportRequest(
            name: FileName(suggested: body.name, fallback: "run-files.zip"),
            types: body.types,
            parts: Set(body.include.compactMap(ExportRequest.Part.init))
        )
    }
}
