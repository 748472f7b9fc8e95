public import JSON

public typealias FileID = Identifier<File>

/// Bytes that a run produced or was given, with the name and path by which they are found.
public struct File: Sendable, Equatable {
    public enum Source: String, Sendable, CaseIterable { case upload, runtime }

    public let id: FileID
    /// The space that it was stored in; its quota counts it.
    public let spaceID: SpaceID
    /// Who shares it: the space's storage namespace when it was stored. A path is taken once in a namespace.
    public let namespace: String
    public let source: Source
    /// What it is, such as `download`; 1 to 64 characters.
    public let type: String?
    /// At most 255 characters.
    public var name: String
    /// A ``FilePath``'s text.
    public let path: String
    /// A media type (RFC 9110, section 8.3.1).
    public let contentType: String
    public let sizeInBytes: Int64
    public let digest: SHA256Digest
    /// The run that produced it.
    public let runID: RunID?
    public let runtimeID: RuntimeID?
    /// The event that tells of it.
    public var eventID: EventID?
    public var metadata: JSONObject?
    public let createdAt: Timestamp

    public init(
        id: FileID = FileID(),
        spaceID: SpaceID,
        namespace: String,
        source: Source,
        type: String?,
        name: String,
        path: String,
        contentType: String = "application/octet-stream",
        sizeInBytes: Int64,
        digest: SHA256Digest,
        runID: RunID? = nil,
        runtimeID: RuntimeID? = nil,
        eventID: EventID? = nil,
        metadata: JSONObject? = nil,
        createdAt: Timestamp = .now
    ) {
        self.id = id
        self.spaceID = spaceID
        self.namespace = namespace
        self.source = source
        self.type = type
        self.name = name
        self.path = path
        self.contentType = contentType
        self.sizeInBytes = sizeInBytes
        self.digest = digest
        self.runID = runID
        self.runtimeID = runtimeID
        self.eventID = eventID
        self.metadata = metadata
        self.createdAt = createdAt
    }
}

/// What lies below one folder of paths.
public struct FileFolder: Sendable, Equatable {
    /// The last segment of ``path``.
    public let name: String
    /// Without a slash at its end.
    public let path: String
    /// Files at any depth below it.
    public let fileCount: Int64
    public let totalBytes: Int64
    public let lastCreatedAt: Timestamp?

    public init(path: String, fileCount: Int64, totalBytes: Int64, lastCreatedAt: Timestamp?) {
        name = path.split(separator: "/").last.map(String.init) ?? path
        self.path = path
        self.fileCount = fileCount
        self.totalBytes = totalBytes
        self.lastCreatedAt = lastCreatedAt
    }
}
