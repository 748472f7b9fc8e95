public import JSON
public import Model

/// A file in a runtime's workspace. It stays until it is replaced or the runtime is deleted.
public struct StagedFile: Sendable {
    public let id = FileID()
    public let runtimeID: RuntimeID
    public let name: String
    /// Below the workspace.
    public let path: FilePath
    let workspace: String
    public let sizeInBytes: Int64

    /// Where the browser finds it: what CDP `DOM.setFileInputFiles` takes.
    public var absolutePath: String { "\(workspace)/\(path)" }

    init(runtimeID: RuntimeID, name: String, path: FilePath, workspace: String, sizeInBytes: Int64) {
        self.runtimeID = runtimeID
        self.name = name
        self.path = path
        self.workspace = workspace
        self.sizeInBytes = sizeInBytes
    }
}

/// What a collected file is to be called.
public struct CollectRequest: Sendable {
    /// Nil: in the folder of the run; a taken name gets a number.
    public let destination: FilePath?
    public let name: FileName?
    public let type: String?
    public let metadata: JSONObject?

    public init(destination: FilePath?, name: FileName?, type: String?, metadata: JSONObject?) {
        self.destination = destination
        self.name = name
        self.type = type
        self.metadata = metadata
    }
}

extension ActivityDraft {
    /// Such as `Staged "report.csv"`.
    static func file(_ type: String, _ verb: String, _ file: File) -> ActivityDraft {
        var draft = ActivityDraft(
            type: type,
            category: .file,
            time: .now,
            message: "\(verb) \"\(file.name)\"",
            data: ["fileName": .string(file.name), "sizeBytes": .integer(file.sizeInBytes)]
        )
        draft.fileID = file.id.description
        return draft
    }
}
