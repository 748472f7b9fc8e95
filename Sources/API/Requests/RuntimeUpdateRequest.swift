/// The body of `runtimes.update`: what is absent stays as it is.
public struct RuntimeUpdateRequest: Sendable, Equatable {
    public let name: String?
    public let config: RuntimeConfigPatch

    public init(_ reader: ObjectReader) throws(APIError) {
        name = try reader.text("name", length: RuntimeCreateRequest.nameLength)
        config = try RuntimeConfigPatch(reader)
    }
}
