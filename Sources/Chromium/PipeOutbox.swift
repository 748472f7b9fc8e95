import NIOCore
import Synchronization

/// Messages on their way to the event loop; those that come together leave in one write.
final class PipeOutbox: Sendable {
    enum Outcome { case queued, flushNeeded, overflowed }

    /// Bytes that wait here and in the channel.
    static let limit = 512 << 20
    /// Longer messages get a buffer of their own instead of being copied together.
    private static let longMessage = 1 << 16

    private struct State {
        var messages: [[UInt8]] = []
        var bytes = 0
        var isFlushing = false
    }

    private let state = Mutex(State())

    func add(_ message: [UInt8]) -> Outcome {
        state.withLock { state in
            guard state.bytes + message.count <= Self.limit else { return .overflowed }
            state.messages.append(message)
            state.bytes += message.count
            defer { state.isFlushing = true }
            return state.isFlushing ? .queued : .flushNeeded
        }
    }

    /// Must be called on the channel's event loop.
    func flush(to channel: any Channel) {
        let messages = state.withLock { state in
            state.isFlushing = false
            var all: [[UInt8]] = []
            swap(&all, &state.messages)
            return all
        }
        let count = messages.reduce(0) { $0 + $1.count }
        let written = channel.eventLoop.makePromise(of: Void.self)
        written.futureResult.whenComplete { _ in self.state.withLock { $0.bytes -= count } }
        write(messages, to: channel)
        channel.writeAndFlush(ByteBuffer(), promise: written)
    }

    private func write(_ messages: [[UInt8]], to channel: any Channel) {
        var together = channel.allocator.buffer(capacity: 0)
        for message in messages {
            if message.count >= Self.longMessage {
                if together.readableBytes > 0 { channel.write(together, promise: nil) }
                together = channel.allocator.buffer(capacity: message.count + 1)
            }
            together.writeBytes(message)
            together.writeInteger(UInt8(0))
        }
        channel.write(together, promise: nil)
    }
}
