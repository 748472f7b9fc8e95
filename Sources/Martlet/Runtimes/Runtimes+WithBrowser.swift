extension Martlet.Runtimes {
    /// Makes a runtime, starts it, and stops it when `body` is done: also when it throws, and when the task is cancelled.
    ///
    /// ```swift
    /// let runID = try await martlet.runtimes.withBrowser(name: "shop") { browser in
    ///     try await drive(browser.connectURL)
    ///     return browser.runID
    /// }
    /// ```
    /// The runtime stays, stopped, and so does its run. A stop that fails is thrown, unless `body` has thrown: that error goes first.
    public func withBrowser<Result: Sendable>(
        name: String? = nil,
        spaceID: Martlet.SpaceID? = nil,
        config: Martlet.RuntimeConfig? = nil,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (Martlet.Browser) async throws -> Result
    ) async throws -> Result {
        let runtime = try await create(name: name, spaceID: spaceID, config: config)
        return try await withBrowser(runtime.id, body)
    }

    /// Starts a runtime that exists, and stops it when `body` is done, however it ends.
    public func withBrowser<Result: Sendable>(
        _ id: Martlet.RuntimeID,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (Martlet.Browser) async throws -> Result
    ) async throws -> Result {
        let result: Result
        do {
            result = try await body(try await start(id))
        } catch {
            // Also when the start was what failed: it may have been carried out all the same, and a stop of what is stopped does nothing.
            _ = try? await stopRegardless(id)
            throw error
        }
        _ = try await stopRegardless(id)
        return result
    }

    /// A stop that a cancelled task waits for too: it is made by a task of its own.
    private func stopRegardless(_ id: Martlet.RuntimeID) async throws -> Martlet.Stop {
        try await Task { try await stop(id) }.value
    }
}
