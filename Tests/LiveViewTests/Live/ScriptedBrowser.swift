import CDP
import JSON
import Synchronization

/// A line to a browser that answers every command with an empty result, or what the test tells it to, and says what that tells it to.
final class ScriptedBrowser: CDPTransport {
    private let (stream, line) = AsyncStream<[[UInt8]]>.makeStream()
    private let commands = Mutex<[JSON]>([])

    private let result = Mutex<@Sendable (JSON) -> JSON?>({ _ in [:] })
    private let waiting = Mutex<JSON?>(nil)

    /// - Parameter result: of a command; nil: it is left unanswered.
    func answers(_ result: @escaping @Sendable (JSON) -> JSON?) { self.result.withLock { $0 = result } }

    /// The last command that was left unanswered.
    var unanswered: JSON? { waiting.withLock { $0 } }

    /// Answers that one.
    func answer(_ result: JSON) {
        if let command = waiting.withLock({ $0.take() }) { reply(to: command, result) }
    }

    /// How often a command has come in a session.
    func count(_ method: String, in session: String) -> Int {
        commands.withLock { $0 }.count {
            $0["method"]?.stringValue == method && $0["sessionId"]?.stringValue == session
        }
    }

    func say(_ message: String) { line.yield([Array(message.utf8)]) }

    func send(_ message: [UInt8]) {
        guard let command = try? JSON.parse(message) else { return }
        commands.withLock { $0.append(command) }
        if let result = result.withLock({ $0 })(command) {
            reply(to: command, result)
        } else {
            waiting.withLock { $0 = command }
        }
    }

    private func reply(to command: JSON, _ result: JSON) {
        guard let id = command["id"] else { return }
        var reply: JSONObject = ["id": id, "result": result]
        if let session = command["sessionId"] { reply["sessionId"] = session }
        line.yield([JSON.object(reply).bytes])
    }

    func receive() async -> [[UInt8]]? {
        for await batch in stream { return batch }
        return nil
    }

    func close() { line.finish() }
}
