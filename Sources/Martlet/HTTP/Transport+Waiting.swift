import JSON

extension Transport {
    /// The longest that the server is asked to wait in one call.
    static let longestWait = Duration.seconds(30)

    /// Asks the server to wait for something.
    /// - Parameter limit: how long the server waits at most, ``longestWait`` or less. The time for the call is the same for each, since each other
    ///   time has connections of its own (``Connections``).
    func wait(_ segments: [String], _ limit: JSON) async throws -> JSON {
        var request = Request(method: .post, path: Path.v1(segments))
        request.body = .json(["timeoutSeconds": limit])
        request.timeout = Self.longestWait + configuration.timeout
        request.isIdempotent = true
        return try await call(request)
    }
}
