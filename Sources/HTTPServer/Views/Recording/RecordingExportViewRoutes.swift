import API
import ControlPlane
import Hummingbird
import JSON
import Model

/// The video of a recording beneath its lease: for whoever watches it, and of this run only.
struct RecordingExportViewRoutes: Sendable {
    let controlPlane: ControlPlane

    func add(to routes: inout Routes, _ door: ViewDoor) {
        door.on(.post, "/export", for: .recording, in: &routes, create)
        door.on(.get, "/export/{exportId}", for: .recording, in: &routes, get)
    }

    /// Answers at once; the page asks on.
    @Sendable private func create(_ call: Call, _ lease: Lease) async throws -> Response {
        let body = try RecordingExportBody(try await call.body())
        let export = try await controlPlane.recordingExports.start(lease.runID, RecordingExportRequest(body))
        return .json(export.viewerResponse)
    }

    @Sendable private func get(_ call: Call, _ lease: Lease) async throws -> Response {
        .json(try await controlPlane.recordingExports.get(try call.exportID, of: lease.runID).viewerResponse)
    }
}
