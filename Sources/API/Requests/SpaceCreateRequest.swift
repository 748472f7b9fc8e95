public import JSON

/// The body of `spaces.create`.
public struct SpaceCreateRequest: Sendable, Equatable {
    public let name: String?
    public let environment: JSONObject

    /// A name has 1 to 120 characters.
    public static let nameLength = 1...120

    public init(_ reader: ObjectReader) throws(APIError) {
        name = try reader.text("name", length: Self.nameLength)
        var environment = JSONObject()
        if let mounts = try reader.reader("environment") {
            environment = try EnvironmentPatch(mounts, allowsNull: false).applied(to: environment)
        }
        self.environment = environment
    }
}
