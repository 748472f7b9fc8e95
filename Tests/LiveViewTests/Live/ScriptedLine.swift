import JSON
import Recorder
import Synchronization

@testable import LiveView

/// A viewer's line whose far end is the test.
final class ScriptedLine: ViewerLine {
    private struct State {
        var heard: [JSON] = []
        var close: ViewerClose?
        var receives = 0
    }

    private let state = Mutex(State())
    private let (stream, speaker) = AsyncStream<String>.makeStream()
    private let takesTexts: Bool

    /// - Parameter takesTexts: false: texts never leave, as on a line that is stuck.
    init(takesTexts: Bool = true) { self.takesTexts = takesTexts }

    /// What the viewer was told.
    var heard: [JSON] { state.withLock { $0.heard } }
    /// The newest state that it was told.
    var told: JSON? { heard.last { $0["type"] == "state" } }
    var closed: ViewerClose? { state.withLock { $0.close } }
    /// How often the next message was asked for: one more than were obeyed.
    var receives: Int { state.withLock { $0.receives } }

    func say(_ message: String) { speaker.yield(message) }

    func send(text: [UInt8]) async throws {
        guard takesTexts else { return try await Task.sleep(for: .seconds(3600)) }
        let message = try JSON.parse(String(decoding: text, as: UTF8.self))
        state.withLock { $0.heard.append(message) }
    }

    func send(_ frame: Frame) async throws {}

    func receive() async throws -> ViewerData? {
        state.withLock { $0.receives += 1 }
        for await text in stream { return .text(text) }
        return nil
    }

    func close(_ reason: ViewerClose) async { state.withLock { $0.close = reason } }
    func abort() { speaker.finish() }
}
