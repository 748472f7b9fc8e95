import CDP
import Synchronization

/// A line whose far end is the test.
final class ScriptedTransport: CDPTransport {
    private struct State {
        var sent: [[UInt8]] = []
        var incoming: [[UInt8]] = []
        var isClosed = false
        var reader: CheckedContinuation<[[UInt8]]?, Never>?
    }

    private let state = Mutex(State())

    /// The messages sent so far.
    var sent: [CDPMessage] { state.withLock { $0.sent }.compactMap { try? CDPMessage($0) } }

    func send(_ message: [UInt8]) { state.withLock { $0.sent.append(message) } }

    /// Waits until that many messages were sent.
    func sent(_ count: Int) async -> [CDPMessage] {
        while sent.count < count { await Task.yield() }
        return sent
    }

    /// Lets a message come from the browser.
    func come(_ text: String) {
        state.withLock { $0.incoming.append(Array(text.utf8)) }
        wake()
    }

    func close() {
        state.withLock { $0.isClosed = true }
        wake()
    }

    func receive() async -> [[UInt8]]? {
        await withCheckedContinuation { reader in
            state.withLock { $0.reader = reader }
            wake()
        }
    }

    private func wake() {
        let woken = state.withLock { state -> (CheckedContinuation<[[UInt8]]?, Never>, [[UInt8]]?)? in
            guard let reader = state.reader, !state.incoming.isEmpty || state.isClosed else { return nil }
            defer { (state.reader, state.incoming) = (nil, []) }
            return (reader, state.incoming.isEmpty ? nil : state.incoming)
        }
        woken?.0.resume(returning: woken?.1)
    }
}
