import API
import ControlPlane
import Hummingbird
import JSON
import Model
import Store

/// The files of a run beneath the lease of its recording: that run's, and to read only.
struct RecordingFileRoutes: Sendable {
    let files: Files

    func add(to routes: inout Routes, _ door: ViewDoor) {
        door.on(.get, "/files", for: .recording, in: &routes, list)
        door.on(.get, "/files/{fileId}/content", for: .recording, in: &routes, content)
    }

    /// Newest first, page by page, as the API lists them but for `downloadUrl`, which needs a key.
    @Sendable private func list(_ call: Call, _ lease: Lease) async throws -> Response {
        let query = try call.query()
        var filter = FileFilter()
        filter.runID = lease.runID
        let page = PageRequest(before: try query.cursor(of: File.self), limit: try query.pageSize())
        let found = try await files.list(filter, page)
        return .json(ListResponse.json(found.items.map(Self.row), nextCursor: found.nextCursor { "\($0.id)" }))
    }

    private static func row(_ file: File) -> JSON {
        [
            "id": .string(file.id.description), "name": .string(file.name), "type": .text(file.type),
            "contentType": .string(file.contentType), "sizeBytes": .integer(file.sizeInBytes),
            "createdAt": .time(file.createdAt),
        ]
    }

    @Sendable private func content(_ call: Call, _ lease: Lease) async throws -> Response {
        let file = try await files.get(try call.fileID)
        guard file.runID == lease.runID else { throw APIError(.fileNotFound, "This run has no such file.") }
        return try await FileContent(files: files).response(file, to: call.request)
    }
}
