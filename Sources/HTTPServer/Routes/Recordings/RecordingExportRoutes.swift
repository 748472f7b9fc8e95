import API
import ControlPlane
import HTTPTypes
import Hummingbird
import JSON
import Model
import VideoEncoding

/// `/v1/runs/{runId}/recording/export`: recordings as videos. Ours, not the contract's.
struct RecordingExportRoutes: Sendable {
    let controlPlane: ControlPlane
    let addresses: Addresses

    private var exports: RecordingExports { controlPlane.recordingExports }

    func add(to routes: inout Routes) {
        let path = "/v1/runs/{runId}/recording/export"
        routes.on(.post, path, create)
        routes.on(.get, path, list)
        routes.on(.get, "\(path)/{exportId}", get)
        routes.on(.delete, "\(path)/{exportId}", cancel)
    }

    /// 201 with the file when it is ready in time, else 202 with how far it is.
    @Sendable private func create(_ call: Call) async throws -> Response {
        let id = try call.runID
        let base = addresses.http(authority: call.authority)
        let limit = WaitPreference(call.request.headers[.prefer]).limit
        let idempotency = Idempotency(calls: controlPlane.idempotentCalls)
        let response = try await idempotency.perform(call, "runs.recording.export") { [exports] (bytes: [UInt8]) in
            let body = try RecordingExportBody(try BodyReader.object(bytes))
            let export = try await exports.start(id, RecordingExportRequest(body))
            return try await exports.wait(for: export, atMost: limit).answer(base: base)
        }
        return .json(response.body, status: HTTPResponse.Status(code: response.status))
    }

    @Sendable private func list(_ call: Call) async throws -> Response {
        let run = try await controlPlane.runs.get(try call.runID)
        let base = addresses.http(authority: call.authority)
        let items = await exports.list(run.id).map { $0.response(base: base) }
        return .json(ListResponse.json(items, nextCursor: nil))
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        let export = try await exports.get(try call.exportID, of: try call.runID)
        return .json(export.response(base: addresses.http(authority: call.authority)))
    }

    @Sendable private func cancel(_ call: Call) async throws -> Response {
        let id = try call.exportID
        try await exports.cancel(id, of: try call.runID)
        return .json(["id": .string(id.description), "cancelled": true])
    }
}

extension RecordingExportRequest {
    init(_ body: RecordingExportBody) {
        self.init(format: body.format == .webm ? .webm : .mp4, from: body.from, to: body.to, page: body.pageID)
    }
}

extension Call {
    var exportID: RecordingExportID {
        get throws(APIError) { try id("exportId", or: .recordingExportNotFound) }
    }
}

extension RecordingExport {
    /// The file, or what is being done for it.
    /// - Throws: why there is none.
    fileprivate func answer(base: String) throws -> IdempotentCalls.Response {
        switch state {
        case .finished(let file): IdempotentCalls.Response(status: 201, body: told(file).response(base: base).bytes)
        case .failed(let error): throw error
        case .cancelled:
            throw APIError(.recordingExportCancelled, "The export was cancelled.", hint: "Ask again to begin anew.")
        case .queued, .running: IdempotentCalls.Response(status: 202, body: response(base: base).bytes)
        }
    }
}
