import API
import ControlPlane
import Hummingbird
import JSON
import Model

/// The video of a recording beneath its lease: for whoever watches it, of this run only, and of all of it.
struct RecordingExportViewRoutes: Sendable {
    let controlPlane: ControlPlane

    func add(to routes: inout Routes, _ door: ViewDoor) {
        door.on(.post, "/export", for: .recording, in: &routes, create)
        door.on(.get, "/export/{exportId}", for: .recording, in: &routes, get)
    }

    /// Answers at once; the page asks on. A body is not read: each span would be another file that stays.
    @Sendable private func create(_ call: Call, _ lease: Lease) async throws -> Response {
        .json(try await controlPlane.recordingExports.startForViewers(of: lease.runID).viewerResponse)
    }

    @Sendable private func get(_ call: Call, _ lease: Lease) async throws -> Response {
        .json(try await controlPlane.recordingExports.get(try call.exportID, of: lease.runID).viewerResponse)
    }
}
