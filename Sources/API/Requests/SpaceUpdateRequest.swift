/// The body of `spaces.update`: what is absent stays as it is.
public struct SpaceUpdateRequest: Sendable, Equatable {
    public let name: String?

    public init(_ reader: ObjectReader) throws(APIError) {
        name = try reader.text("name", length: SpaceCreateRequest.nameLength)
    }
}
