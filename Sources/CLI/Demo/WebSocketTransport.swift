import CDP
import WebSocket

/// A line of CDP messages over a WebSocket, as agents have it.
struct WebSocketTransport: CDPTransport {
    private let socket: WebSocketConnection
    private let outgoing: AsyncStream<String>.Continuation

    /// - Parameter socket: an open connection; nobody else may use it.
    init(_ socket: WebSocketConnection) {
        self.socket = socket
        let (messages, continuation) = AsyncStream.makeStream(of: String.self)
        outgoing = continuation
        Task {
            // A socket that fails is closed, which the reader notices.
            do { for await message in messages { try await socket.send(message) } } catch {}
            await socket.close()
        }
    }

    func send(_ message: [UInt8]) { outgoing.yield(String(decoding: message, as: UTF8.self)) }

    func receive() async -> [[UInt8]]? {
        guard let message = try? await socket.receive() else { return nil }
        switch message {
        case .text(let text): return [Array(text.utf8)]
        case .binary(let bytes): return [bytes]
        }
    }

    func close() { outgoing.finish() }
}
