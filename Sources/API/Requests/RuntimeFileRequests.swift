public import JSON
public import Model

/// The body of `runtimes.files.stage`.
public struct RuntimeFileStageRequest: Sendable, Equatable {
    public let fileID: FileID
    public let runtimePath: FilePath?
    public let name: FileName?

    public init(_ reader: ObjectReader) throws(APIError) {
        guard let text = try reader.text("fileId", length: 1...255) else { throw reader.missing("fileId") }
        guard let id = FileID(text) else { throw reader.invalid("fileId", "must be a UUID.") }
        fileID = id
        runtimePath = try reader.path("runtimePath", or: .runtimePathInvalid)
        name = try reader.fileName("name", or: .runtimePathInvalid)
    }
}

/// The body of `runtimes.files.collect`.
public struct RuntimeFileCollectRequest: Sendable, Equatable {
    public let runtimePath: FilePath
    public let destinationPath: FilePath?
    public let name: FileName?
    public let type: String?
    public let metadata: JSONObject?

    public static let typeLength = 1...64

    public init(_ reader: ObjectReader) throws(APIError) {
        guard let path = try reader.path("runtimePath", or: .runtimePathInvalid) else {
            throw reader.missing("runtimePath")
        }
        runtimePath = path
        destinationPath = try reader.path("destinationPath", or: .storagePathInvalid)
        name = try reader.fileName("name")
        type = try reader.text("type", length: Self.typeLength)
        metadata = try reader.metadata()
    }
}
