public import JSON
public import Model

/// The body of `files.update`. What is absent stays.
public struct FileUpdateRequest: Sendable, Equatable {
    public let name: FileName?
    /// Set, or cleared by null.
    public let metadata: MetadataChange

    public enum MetadataChange: Sendable, Equatable { case keep, clear, set(JSONObject) }

    public init(_ reader: ObjectReader) throws(APIError) {
        name = try reader.fileName("name")
        if reader.isNull("metadata") {
            metadata = .clear
        } else {
            metadata = try reader.metadata().map { .set($0) } ?? .keep
        }
    }
}
