/// The body of `runs.stream-lease`: how long the address of a stream is good.
public struct StreamLeaseRequest: Sendable, Equatable {
    public let lifetimeSeconds: Int

    public static let defaultLifetimeSeconds = 3600
    public static let lifetimeSecondsRange = 1...86_400

    public init(_ reader: ObjectReader) throws(APIError) {
        lifetimeSeconds =
            try reader.integer("expiresInSeconds", in: Self.lifetimeSecondsRange) ?? Self.defaultLifetimeSeconds
    }
}
