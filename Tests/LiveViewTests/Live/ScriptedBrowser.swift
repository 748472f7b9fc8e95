import CDP
import JSON
import Synchronization

/// A line to a browser that answers every command with an empty result, and says what the test tells it to.
final class ScriptedBrowser: CDPTransport {
    private let (stream, line) = AsyncStream<[[UInt8]]>.makeStream()
    private let commands = Mutex<[JSON]>([])

    /// How often a command has come in a session.
    func count(_ method: String, in session: String) -> Int {
        commands.withLock { $0 }.count {
            $0["method"]?.stringValue == method && $0["sessionId"]?.stringValue == session
        }
    }

    func say(_ message: String) { line.yield([Array(message.utf8)]) }

    func send(_ message: [UInt8]) {
        guard let command = try? JSON.parse(message), let id = command["id"]?.integerValue else { return }
        commands.withLock { $0.append(command) }
        let session = command["sessionId"]?.stringValue.map { #","sessionId":"\#($0)""# } ?? ""
        say(#"{"id":\#(id),"result":{}\#(session)}"#)
    }

    func receive() async -> [[UInt8]]? {
        for await batch in stream { return batch }
        return nil
    }

    func close() { line.finish() }
}
