import API
import ControlPlane
import JSON
import Model
import VideoEncoding

extension RecordingExport {
    /// How the export stands. - Parameter base: the server's address.
    func response(base: String) -> JSON {
        var body = facts
        body["runId"] = .id(content.runID)
        body["url"] = .string("\(base)/v1/runs/\(content.runID)/recording/export/\(id)")
        body["file"] = file.map { $0.response(base: base) } ?? .null
        return .object(body)
    }

    /// The same for a viewer, who has no key: the file by the address beneath the lease's.
    var viewerResponse: JSON {
        var body = facts
        body["file"] = file.map(Self.viewerFile) ?? .null
        return .object(body)
    }

    private static func viewerFile(_ file: File) -> JSON {
        [
            "id": .id(file.id), "name": .string(file.name), "contentType": .string(file.contentType),
            "sizeBytes": .integer(file.sizeInBytes), "sha256": .string("\(file.digest)"),
            "path": .string("files/\(file.id)/content"),
        ]
    }

    private var facts: JSONObject {
        var body: JSONObject = [
            "id": .id(id),
            "status": .string(status),
            "progress": .number(progress),
            "format": .string(content.format.rawValue),
            "fromSeconds": .number(Double(content.from) / 1000),
            "toSeconds": .number(Double(content.to) / 1000),
            "pageId": .text(content.page),
            "clamped": .array(clamped.map { .string($0.rawValue) }),
            "createdAt": .time(createdAt),
        ]
        if case .failed(let error) = state {
            var problem: JSONObject = ["code": .string(error.code.rawValue), "message": .string(error.message)]
            problem["hint"] = error.hint.map { .string($0) }
            body["error"] = .object(problem)
        }
        return body
    }

    private var status: String {
        switch state {
        case .queued: "queued"
        case .running: "running"
        case .finished: "finished"
        case .failed: "failed"
        case .cancelled: "cancelled"
        }
    }

    private var progress: Double {
        switch state {
        case .running(let progress): (progress * 1000).rounded() / 1000
        case .finished: 1
        case .queued, .failed, .cancelled: 0
        }
    }

    /// The file, with what became of the span that was asked for.
    func told(_ file: File) -> File {
        var file = file
        file.metadata?["clamped"] = clamped.isEmpty ? nil : .array(clamped.map { .string($0.rawValue) })
        return file
    }

    private var file: File? {
        guard case .finished(let file) = state else { return nil }
        return told(file)
    }
}
