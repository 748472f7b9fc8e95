import JSON

extension Transport {
    /// The longest that the server is asked to wait in one call.
    static let longestWait = Duration.seconds(30)
    /// A server that answers sooner than it was asked to is asked no more often than this.
    private static let pace = Duration.seconds(1)

    /// Asks the server to wait for something, again and again until it has happened or the time is over.
    /// - Parameters:
    ///   - timeout: nil: for ever. The server is asked at least once.
    ///   - seconds: a length of time, ``longestWait`` or less, as the call takes it.
    /// - Returns: what was read last.
    func wait<Value>(
        _ segments: [String],
        timeout: Duration?,
        seconds: (Duration) -> JSON,
        until hasHappened: (Value) -> Bool,
        read: (JSON) throws -> Value
    ) async throws -> Value {
        let deadline = timeout.map { ContinuousClock.now.advanced(by: $0) }
        while true {
            let asked = ContinuousClock.now
            let left = deadline.map { max(.zero, asked.duration(to: $0)) } ?? Self.longestWait
            let value = try read(try await ask(segments, seconds(min(left, Self.longestWait))))
            if hasHappened(value) || deadline.map({ ContinuousClock.now >= $0 }) == true { return value }
            try await Task.sleep(until: min(asked + Self.pace, deadline ?? asked + Self.pace))
        }
    }

    /// The time for the call is the same for each, since each other time has connections of its own (``Connections``).
    private func ask(_ segments: [String], _ limit: JSON) async throws -> JSON {
        var request = Request(method: .post, path: Path.v1(segments))
        request.body = .json(["timeoutSeconds": limit])
        request.timeout = Self.longestWait + configuration.timeout
        request.isIdempotent = true
        return try await call(request)
    }
}
