import Credentials
import HTTPTypes
import Logging
import Model
import Synchronization
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(3))) struct LogTests {
    @Test func `no token stands in the log, however its address is written`() async throws {
        let lines = LogLines()
        let token = Secret.random().value
        try await Fixture.with(logger: Logger(label: "test") { _ in LineHandler(lines: lines) }) { server in
            for path in ["/cdp/\(RunID())/\(token)", "//cdp/\(RunID())/\(token)/json/version", "/x/view/\(token)"] {
                _ = try await server.send(.get, path, authorized: false)
            }
            _ = try await server.get("/healthz")
        }
        #expect(lines.all.contains { $0.contains("/healthz") })
        #expect(!lines.all.contains { $0.contains(token) })
    }
}

private final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct LineHandler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(
        level: Logger.Level,
        message: Logger.Message,
        metadata: Logger.Metadata?,
        source: String,
        file: String,
        function: String,
        line: UInt
    ) {
        lines.add("\(message) \(self.metadata) \(metadata ?? [:])")
    }
}
