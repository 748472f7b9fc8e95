public import NIOCore
import NIOWebSocket

/// An open WebSocket, at either end. Pings are answered by itself.
///
/// Messages that nobody has read are held up to 4 MiB or 256 of them (and the one that goes beyond); then the connection is not read
/// any more, and the peer feels it.
public final class WebSocketConnection: Sendable {
    private let channel: any Channel
    private let inbox: WebSocketInbox
    private let role: WebSocketRole
    private let closeTimeout: Duration

    private init(channel: any Channel, inbox: WebSocketInbox, role: WebSocketRole, closeTimeout: Duration) {
        self.channel = channel
        self.inbox = inbox
        self.role = role
        self.closeTimeout = closeTimeout
    }

    /// Puts the connection's handlers behind the frame decoder. On the channel's event loop only.
    static func start(on channel: any Channel, _ options: WebSocketOptions, role: WebSocketRole = .client) throws
        -> WebSocketConnection
    {
        let handler = WebSocketHandler(inbox: WebSocketInbox(channel: channel), role: role)
        let aggregator = NIOWebSocketFrameAggregator(
            minNonFinalFragmentSize: 0,
            maxAccumulatedFrameCount: 65_536,
            maxAccumulatedFrameSize: options.frameLimit
        )
        try channel.pipeline.syncOperations.addHandlers([aggregator, handler])
        return WebSocketConnection(
            channel: channel,
            inbox: handler.inbox,
            role: role,
            closeTimeout: options.closeTimeout
        )
    }

    /// Sends one message in one frame; returns when it was handed to the kernel, so a sender that waits buffers one message only.
    /// - Throws: ``WebSocketError`` `closed`.
    public func send(_ text: String) async throws(WebSocketError) { try await send(.text, ByteBuffer(string: text)) }

    /// Sends one binary message; see ``send(_:)-(String)``.
    public func send(_ bytes: [UInt8]) async throws(WebSocketError) {
        try await send(.binary, ByteBuffer(bytes: bytes))
    }

    /// Sends one binary message of two parts. At a server nothing is copied, so many connections may share the second part.
    public func send(_ head: [UInt8], followedBy body: ByteBuffer) async throws(WebSocketError) {
        try await send(.binary, body, head: ByteBuffer(bytes: head))
    }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, head: ByteBuffer? = nil)
        async throws(WebSocketError)
    {
        do {
            try await channel.writeAndFlush(
                WebSocketFrame(fin: true, opcode: opcode, maskKey: role.maskKey, data: data, extensionData: head)
            )
        } catch {
            throw WebSocketError(.closed, "the connection is closed")
        }
    }

    /// The next message; nil when the peer has closed in an orderly way, or after ``close()``. One reader at a time.
    /// - Throws: ``WebSocketError``: `closed` when the line broke, `violation`, `busy`; `CancellationError` when the task was cancelled,
    ///   after which the connection goes on.
    public func receive() async throws -> WebSocketMessage? { try await inbox.next() }

    /// The messages as they come, until the end; see ``receive()``.
    public var messages: Messages { Messages(connection: self) }

    /// Says goodbye, waits for the peer's close frame up to the time of the options, and closes. Calling it again does nothing.
    ///
    /// What nobody has read by then is dropped.
    /// - Parameters:
    ///   - code: RFC 6455, section 7.4; 4000 to 4999 are the application's own.
    ///   - reason: at most 123 bytes; more is cut.
    public func close(code: UInt16 = 1000, reason: String = "") async {
        inbox.discard()
        var data = ByteBuffer()
        data.writeInteger(code)
        data.writeString(String(decoding: Array(reason.utf8.prefix(123)), as: UTF8.self))
        let channel = channel
        channel.writeAndFlush(
            WebSocketFrame(fin: true, opcode: .connectionClose, maskKey: role.maskKey, data: data),
            promise: nil
        )
        let timer = channel.eventLoop.scheduleTask(in: TimeAmount(closeTimeout)) { channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in timer.cancel() }
        do { try await channel.closeFuture.get() } catch { return }
    }

    /// Cuts the connection without a word. Sends that wait fail.
    public func abort() { channel.close(promise: nil) }

    /// The messages of a connection, for one reader.
    public struct Messages: AsyncSequence, Sendable {
        public typealias Element = WebSocketMessage
        let connection: WebSocketConnection

        public struct AsyncIterator: AsyncIteratorProtocol {
            let connection: WebSocketConnection
            public mutating func next() async throws -> WebSocketMessage? { try await connection.receive() }
        }

        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(connection: connection) }
    }
}

extension WebSocketMaskingKey {
    /// A new key for each frame (RFC 6455, section 5.3).
    static func random() -> WebSocketMaskingKey {
        var generator = SystemRandomNumberGenerator()
        return .random(using: &generator)
    }
}
