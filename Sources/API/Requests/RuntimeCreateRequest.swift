public import JSON
public import Model

/// The body of `runtimes.create`. Everything is optional.
public struct RuntimeCreateRequest: Sendable, Equatable {
    public let name: String?
    /// Nil or the default space: the caller's default space.
    public let space: SpaceReference
    public let config: RuntimeConfig
    public let metadata: JSONObject?

    /// A name has 1 to 120 characters.
    public static let nameLength = 1...120
    /// Metadata as compact JSON has at most that many bytes.
    public static let maximumMetadataBytes = 16 * 1024

    public init(_ reader: ObjectReader) throws(APIError) {
        name = try reader.text("name", length: Self.nameLength)
        _ = try reader.choice("type") as RuntimeType?
        space = try Self.space(reader)
        metadata = try Self.metadata(reader)
        var config = RuntimeConfig()
        try RuntimeConfigPatch(reader).apply(to: &config)
        self.config = config
    }

    private enum RuntimeType: String, CaseIterable { case browser }

    private static func space(_ reader: ObjectReader) throws(APIError) -> SpaceReference {
        guard let text = try reader.text("spaceId", length: 1...255) else { return .defaultSpace }
        guard let space = SpaceReference(text) else { throw reader.invalid("spaceId", "must be `default` or a UUID.") }
        return space
    }

    private static func metadata(_ reader: ObjectReader) throws(APIError) -> JSONObject? {
        guard let metadata = try reader.reader("metadata")?.object else { return nil }
        guard JSON.object(metadata).bytes.count <= maximumMetadataBytes else {
            throw reader.invalid("metadata", "may have at most \(maximumMetadataBytes) bytes as JSON.")
        }
        return metadata
    }
}
