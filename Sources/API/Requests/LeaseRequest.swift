/// The body of requests for a short-lived address (`runs.stream-lease`, `runs.recording`): how long it is good.
public struct LeaseRequest: Sendable, Equatable {
    public let lifetimeSeconds: Int

    public static let defaultLifetimeSeconds = 3600
    public static let lifetimeSecondsRange = 1...86_400

    public init(_ reader: ObjectReader) throws(APIError) {
        lifetimeSeconds =
            try reader.integer("expiresInSeconds", in: Self.lifetimeSecondsRange) ?? Self.defaultLifetimeSeconds
    }
}
