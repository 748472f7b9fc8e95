import LiveView
import NIOCore
import Recorder
import Synchronization
import WebSocket

/// The line to a viewer over a WebSocket.
struct WebSocketLine: ViewerLine {
    let connection: WebSocketConnection
    let buffers: FrameBuffers

    func send(text: [UInt8]) async throws {
        try await connection.send(String(decoding: text, as: UTF8.self))
    }

    func send(_ frame: Frame) async throws {
        try await connection.send(FramePacket.head(of: frame), followedBy: buffers.buffer(of: frame))
    }

    func receive() async throws -> ViewerData? {
        switch try await connection.receive() {
        case .text(let text): .text(text)
        case .binary: .binary
        case nil: nil
        }
    }

    func close(_ reason: ViewerClose) async { await connection.close(code: reason.code, reason: reason.reason) }

    func abort() { connection.abort() }
}

/// The newest frames as buffers, so that many viewers share one copy of a picture. At most ``limit``, the oldest goes first.
final class FrameBuffers: Sendable {
    static let limit = 32

    private let recent = Mutex<[(page: String, number: Int64, buffer: ByteBuffer)]>([])

    func buffer(of frame: Frame) -> ByteBuffer {
        recent.withLock { recent in
            if let found = recent.last(where: { $0.number == frame.number && $0.page == frame.pageID }) {
                return found.buffer
            }
            let buffer = ByteBuffer(bytes: frame.jpeg)
            recent.removeAll { $0.page == frame.pageID && $0.number < frame.number }
            if recent.count >= Self.limit { recent.removeFirst() }
            recent.append((frame.pageID, frame.number, buffer))
            return buffer
        }
    }
}
