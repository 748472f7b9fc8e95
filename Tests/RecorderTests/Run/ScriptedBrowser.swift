import CDP
import JSON
import Synchronization

/// A line to a browser that answers every command with an empty result, and says what the test tells it to.
final class ScriptedBrowser: CDPTransport {
    private let stream: AsyncStream<[[UInt8]]>
    private let line: AsyncStream<[[UInt8]]>.Continuation
    private let commands = Mutex<[JSON]>([])
    /// Said once `Target.setAutoAttach` has come at the browser's own session.
    private let onAttach: [String]

    init(onAttach: [String] = []) {
        self.onAttach = onAttach
        (stream, line) = AsyncStream<[[UInt8]]>.makeStream()
    }

    /// The commands that have come, with their session and parameters.
    var received: [JSON] { commands.withLock { $0 } }

    func count(_ method: String) -> Int { received.filter { $0["method"]?.stringValue == method }.count }

    func say(_ message: String) { line.yield([Array(message.utf8)]) }

    func send(_ message: [UInt8]) {
        guard case .success(let command) = Result(catching: { () throws(JSONParseError) in try JSON.parse(message) })
        else { return }
        commands.withLock { $0.append(command) }
        guard let id = command["id"]?.integerValue else { return }
        let session = command["sessionId"]?.stringValue
        if command["method"]?.stringValue == "Target.setAutoAttach", session == nil { onAttach.forEach(say) }
        say(#"{"id":\#(id),"result":{}\#(session.map { #","sessionId":"\#($0)""# } ?? "")}"#)
    }

    func receive() async -> [[UInt8]]? {
        for await batch in stream { return batch }
        return nil
    }

    func close() { line.finish() }
}
