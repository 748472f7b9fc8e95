import NIOCore
import Synchronization

/// Messages between the event loop that reads them and the task that takes them. Bounded: see ``wantsMore``.
final class WebSocketInbox: Sendable {
    fileprivate struct State {
        var messages: [WebSocketMessage] = []
        var next = 0
        var size = 0
        var reader: CheckedContinuation<WebSocketMessage?, any Error>?
        var end: Result<Void, WebSocketError>?
        var isDiscarding = false

        var isFull: Bool {
            !isDiscarding && (size > WebSocketInbox.maximumSize || messages.count - next > WebSocketInbox.maximumCount)
        }
    }

    static let maximumSize = 4 * 1024 * 1024
    static let maximumCount = 256

    private let state = Mutex(State())
    private let channel: any Channel

    init(channel: any Channel) { self.channel = channel }

    /// Whether the connection should be read on.
    var wantsMore: Bool { state.withLock { !$0.isFull } }

    func put(_ message: WebSocketMessage) {
        let reader = state.withLock { state -> CheckedContinuation<WebSocketMessage?, any Error>? in
            guard !state.isDiscarding, state.end == nil else { return nil }
            if let reader = state.reader.take() { return reader }
            state.messages.append(message)
            state.size += message.count
            return nil
        }
        reader?.resume(returning: message)
    }

    /// Nothing more comes: after what is held, the reader gets nil or the error; nil also when the caller is closing.
    func end(_ result: Result<Void, WebSocketError>) {
        let (reader, end) = state.withLock { state in
            if state.end == nil { state.end = state.isDiscarding ? .success(()) : result }
            return (state.reader.take(), state.end)
        }
        if let end { reader?.resume(with: end.map { nil }.mapError { $0 }) }
    }

    /// Drops what is held and what comes: the caller is closing.
    func discard() {
        state.withLock { state in
            state.isDiscarding = true
            (state.messages, state.next, state.size) = ([], 0, 0)
        }
        resumeReading()
    }

    func next() async throws -> WebSocketMessage? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { take(for: $0) }
        } onCancel: {
            state.withLock { $0.reader.take() }?.resume(throwing: CancellationError())
        }
    }

    private func take(for reader: CheckedContinuation<WebSocketMessage?, any Error>) {
        var wasFull = false
        let result = state.withLock { state -> Result<WebSocketMessage?, any Error>? in
            wasFull = state.isFull
            if let message = state.popFirst() { return .success(message) }
            if let end = state.end { return end.map { nil }.mapError { $0 } }
            guard state.reader == nil else {
                return .failure(WebSocketError(.busy, "another task waits for the next message"))
            }
            guard !Task.isCancelled else { return .failure(CancellationError()) }
            state.reader = reader
            return nil
        }
        if let result { reader.resume(with: result) }
        if wasFull, wantsMore { resumeReading() }
    }

    private func resumeReading() { channel.pipeline.fireUserInboundEventTriggered(WebSocketHandler.ReadOn()) }
}

extension WebSocketInbox.State {
    /// Takes the oldest message; the list is packed when half of it has been taken.
    fileprivate mutating func popFirst() -> WebSocketMessage? {
        guard next < messages.count else { return nil }
        let message = messages[next]
        messages[next] = .binary([])
        next += 1
        size -= message.count
        if next * 2 >= messages.count {
            messages.removeFirst(next)
            next = 0
        }
        return message
    }
}
