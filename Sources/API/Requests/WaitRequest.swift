/// The body of `runs.wait`: how long to wait at most.
public struct WaitRequest: Sendable, Equatable {
    public let timeout: Duration

    /// What a caller gets who asks for nothing.
    public static let defaultTimeout = Duration.seconds(30)
    /// Longer waits are cut to this: clients and proxies give up on silent connections.
    public static let maximumTimeout = Duration.seconds(60)

    /// Reads `timeoutSeconds` (may have a fraction) or the older `timeoutMs`; seconds win.
    public init(_ reader: ObjectReader) throws(APIError) {
        let milliseconds = try reader.amount("timeoutMs")
        let seconds = try reader.amount("timeoutSeconds") ?? milliseconds.map { $0 / 1000 }
        timeout = seconds.map { $0 >= 60 ? Self.maximumTimeout : .seconds($0) } ?? Self.defaultTimeout
    }
}
