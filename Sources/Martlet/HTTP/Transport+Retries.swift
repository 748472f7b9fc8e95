extension Transport {
    /// Does `body`, and does it again while it fails in a way that may pass and the request is safe to repeat.
    func repeating<Result: Sendable>(
        _ request: Request,
        _ body: () async throws -> Result
    ) async throws -> Result {
        var attempt = 0
        while true {
            do {
                return try await body()
            } catch let error as MartletError {
                guard attempt < configuration.retries, let pause = Retry.pause(after: error, attempt, request) else {
                    throw error
                }
                attempt += 1
                try await Task.sleep(for: pause)
            }
        }
    }
}

/// When to try again, as all clients of this API do: 408, 429, 5xx, lost connections and time-outs.
enum Retry {
    /// A longer wait that the server asks for is the caller's to decide on.
    static let longestPause = Duration.seconds(60)

    /// How long to wait before the next try; nil: do not try again.
    /// - Parameter attempt: how many repetitions there were already.
    static func pause(after error: MartletError, _ attempt: Int, _ request: Request) -> Duration? {
        // Where nothing was sent, even a change may be tried again.
        guard request.isRepeatable || error.kind == .unreachable, mayPass(error) else { return nil }
        guard let asked = error.retryAfter else { return backoff(attempt) }
        return asked <= longestPause ? asked : nil
    }

    /// 250 ms, 500 ms, ... at most 2 seconds.
    static func backoff(_ attempt: Int) -> Duration {
        min(.milliseconds(250 << min(attempt, 3)), .seconds(2))
    }

    static func mayPass(_ error: MartletError) -> Bool {
        switch error.kind {
        case .connectionLost, .timedOut, .unreachable: true
        default: error.status.map { $0 == 408 || $0 == 429 || $0 >= 500 } ?? false
        }
    }
}
