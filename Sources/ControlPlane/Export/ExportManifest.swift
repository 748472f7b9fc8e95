import JSON
import Model

/// What an archive says of itself: its `manifest.json`.
struct ExportManifest {
    /// Rises when a reader of older archives would misread newer ones.
    static let version: Int64 = 1

    let run: Run
    let createdAt: Timestamp
    /// Each file as one JSON object, rendered as it was added.
    private var files: [[UInt8]] = []
    private var left: [JSON] = []
    private var members: [(name: String, value: JSON)] = []

    init(run: Run, createdAt: Timestamp) {
        self.run = run
        self.createdAt = createdAt
    }

    var fileCount: Int { files.count }

    mutating func add(_ file: File, as name: String) {
        var object: JSONObject = [
            "name": .string(name), "fileId": .string("\(file.id)"), "originalName": .string(file.name),
            "path": .string(file.path), "type": file.type.map { .string($0) } ?? .null,
            "source": .string(file.source.rawValue), "contentType": .string(file.contentType),
            "sizeBytes": .integer(file.sizeInBytes), "sha256": .string("\(file.digest)"),
            "createdAt": .string("\(file.createdAt)"),
        ]
        if let event = file.eventID {
            object["eventId"] = .string("\(event)")
            object["eventSeq"] = .integer(event.number)
        }
        if let metadata = file.metadata { object["metadata"] = .object(metadata) }
        files.append(JSON.object(object).bytes)
    }

    /// A file that was deleted while the archive was made.
    mutating func leave(_ file: File) {
        left.append(["fileId": .string("\(file.id)"), "path": .string(file.path), "reason": "deleted"])
    }

    /// A part beside the files.
    mutating func add(_ part: ExportRequest.Part, _ value: JSONObject) {
        members.append((part.rawValue, .object(value)))
    }

    /// The text, in pieces.
    var pieces: [[UInt8]] {
        let head = JSON.object([
            "format": "martlet.run-archive", "version": .integer(Self.version), "createdAt": .string("\(createdAt)"),
            "run": run.facts,
        ])
        var pieces = [head.bytes.dropLast() + Array(",\n\"files\":[".utf8)]
        for (index, file) in files.enumerated() { pieces.append(Array((index == 0 ? "\n" : ",\n").utf8) + file) }
        var end = JSONObject(uniqueMembers: members)
        if !left.isEmpty { end["left"] = .array(left) }
        let rest = JSON.object(end).bytes.dropFirst()
        pieces.append(Array((rest.count > 1 ? "\n],\n" : "\n]").utf8) + rest + [UInt8(ascii: "\n")])
        return pieces
    }
}

extension Run {
    /// What the manifest tells of the run; the names are the wire's.
    fileprivate var facts: JSON {
        var object: JSONObject = [
            "id": .string("\(id)"), "runtimeId": .string("\(runtimeID)"),
            "runtimeName": .string(runtimeName), "spaceId": .string("\(spaceID)"),
            "status": .string(status.rawValue), "startedAt": .string("\(startedAt)"),
            "finishedAt": finishedAt.map { .string("\($0)") } ?? .null,
        ]
        if let failure {
            object["failure"] = ["code": .string(failure.code.rawValue), "message": .string(failure.message)]
        }
        return .object(object)
    }
}
