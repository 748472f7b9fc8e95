import Model

extension BrowserLauncher {
    /// Starts a browser and returns once it answers on its pipe and listens on its port.
    ///
    /// Throws `notFound` when there is no browser, `startFailed` with the browser's last words when it does not come up.
    /// After a throw nothing of the try is left.
    public func launch(_ request: BrowserRequest) async throws(BrowserError) -> BrowserProcess {
        let executable = try BrowserExecutable.find(configured: configuration.executable)
        let place = try preparedPlace()
        let start = BrowserStart(
            executable: executable,
            request: request,
            configuration: configuration,
            place: place,
            running: running,
            logger: logger
        )
        let browser = try await launch(start)
        guard !isClosed else {
            await browser.terminate()
            throw .startFailed("The server is shutting down.")
        }
        return browser
    }

    /// Tries with the browser's sandbox, and once more without it when the machine does not allow it.
    private func launch(_ start: BrowserStart) async throws(BrowserError) -> BrowserProcess {
        if sandboxRefusal == nil {
            do throws(BrowserError) {
                return try await start.run(usesSandbox: true)
            } catch {
                guard let reason = Self.sandboxRefusal(in: error) else { throw error }
                refuseSandbox(reason)
            }
        }
        return try await start.run(usesSandbox: false)
    }

    /// Chromium's own words when neither user namespaces nor the setuid helper work.
    private static func sandboxRefusal(in error: BrowserError) -> String? {
        let phrases = [
            "No usable sandbox", "without --no-sandbox", "Failed to move to new namespace", "setuid_sandbox_host",
        ]
        guard error.code == .startFailed else { return nil }
        return error.message.split(separator: "\n").first { line in phrases.contains { line.contains($0) } }.map {
            String($0.prefix(300))
        }
    }
}
