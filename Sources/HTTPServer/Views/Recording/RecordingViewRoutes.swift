import API
import ControlPlane
import FrameLog
import Hummingbird
import JSON
import Model

/// `/view/recording/{token}`: the player of one run's recording, and what it plays.
struct RecordingViewRoutes: Sendable {
    let controlPlane: ControlPlane

    func add(to routes: inout Routes, _ door: ViewDoor) {
        door.page("player", for: .recording, in: &routes)
        door.on(.get, "/manifest", for: .recording, in: &routes, manifest)
        RecordingFrameRoutes(controlPlane: controlPlane).add(to: &routes, door)
        RecordingExportViewRoutes(controlPlane: controlPlane).add(to: &routes, door)
        RecordingFileRoutes(files: controlPlane.files).add(to: &routes, door)
        RecordingListRoutes(runs: controlPlane.runs).add(to: &routes, door)
    }

    @Sendable private func manifest(_ call: Call, _ lease: Lease) async throws -> Response {
        let run = try await controlPlane.runs.get(lease.runID)
        let state = try await controlPlane.recordings.state(of: run.id)
        let overview = try await overview(of: run.id, state)
        return .json(RecordingManifest(run: run, state: state, overview: overview, lease: lease).json)
    }

    /// Nil where there is none, or none that can be read: then the state says so.
    private func overview(of run: RunID, _ state: RecordingState) async throws -> RecordingOverview? {
        guard state.status == .processing || state.status == .ready else { return nil }
        return try await controlPlane.recordings.readerIfAny(of: run)?.overview()
    }
}
