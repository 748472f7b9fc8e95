public import JSON
public import Model

/// What is to be kept, before its bytes are known.
public struct FileDraft: Sendable {
    /// What happens when the path is taken.
    public enum Conflict: Sendable {
        /// 409 `storage_file.path_exists`.
        case refuse
        /// The name gets a number: `report (2).csv`.
        case number
    }

    public var id = FileID()
    public var spaceID: SpaceID
    public var source: File.Source
    public var type: String?
    /// Nil: the last segment of the path, with its number.
    public var name: String?
    public var path: FilePath
    public var conflict: Conflict
    public var contentType: String
    /// The run that produced it.
    public var run: RunID?
    public var runtime: RuntimeID?
    public var metadata: JSONObject?

    /// - Parameter contentType: nil: what the path's ending tells.
    public init(
        spaceID: SpaceID,
        source: File.Source,
        type: String?,
        name: String? = nil,
        path: FilePath,
        conflict: Conflict,
        contentType: String? = nil,
        run: RunID? = nil,
        runtime: RuntimeID? = nil,
        metadata: JSONObject? = nil
    ) {
        self.spaceID = spaceID
        self.source = source
        self.type = type
        self.name = name
        self.path = path
        self.conflict = conflict
        self.contentType = contentType ?? ContentType.of(path.name)
        self.run = run
        self.runtime = runtime
        self.metadata = metadata
    }

    /// What a run produced, in the folder `runs/RUN` of its space; a taken name gets a number.
    public init(of run: Run, type: String, name: FileName) {
        self.init(
            spaceID: run.spaceID,
            source: .runtime,
            type: type,
            path: FilePath([FileName(suggested: "runs"), FileName(suggested: "\(run.id)"), name]),
            conflict: .number,
            run: run.id,
            runtime: run.runtimeID
        )
    }
}
