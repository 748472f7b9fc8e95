import CDP
import JSON
import NIOCore

#if canImport(Glibc)
    import Glibc
#endif

/// Turns one client's bytes into commands, and hands them to a tap.
///
/// Work for each buffer is one pass over its bytes: unmasking, and a scan for the top-level members of each message. A message that
/// is no command (no JSON, no method) is passed over; frames that break the protocol end the reading, never the splice.
struct CommandReader {
    /// Longer messages come truncated.
    static let maximumMessage = FrameParser.maximumMessage

    private let client: Int
    private let tap: any CommandTap
    private var parser = FrameParser()
    /// The beginning of a frame's head, until it tells what frame it is.
    private var unfinishedHead: ByteBuffer?

    init(client: Int, tap: any CommandTap) {
        self.client = client
        self.tap = tap
        tap.clientConnected(client)
    }

    /// The commands that end in `buffer`.
    mutating func commands(in buffer: ByteBuffer) -> [ClientCommand] {
        var commands: [ClientCommand] = []
        do throws(FrameViolation) {
            try buffer.withUnsafeReadableBytesTyped { bytes throws(FrameViolation) in
                try parser.read(bytes) { [client] message in
                    if let command = Self.command(message, client) { commands.append(command) }
                }
            }
        } catch {
            tap.lostTrack(client, reason: error.reason)
        }
        return commands
    }

    /// Whether bytes that were given on end inside of a message.
    var isInsideMessage: Bool { !parser.isBetweenMessages && unfinishedHead == nil }

    /// The beginning of a head that ``pieces(of:)`` kept back, for the bytes to be whole without it.
    mutating func takeUnfinishedHead() -> ByteBuffer? { unfinishedHead.take() }

    /// The bytes in pieces that end where frames end, with the commands that end in them. A head that is not whole yet comes with the next ones.
    mutating func pieces(of buffer: ByteBuffer) -> [ClientPiece] {
        var rest = buffer
        var pieces: [ClientPiece] = []
        while rest.readableBytes > 0 {
            let before = unfinishedHead.take()
            let (count, command) = readFrame(rest)
            guard let slice = rest.readSlice(length: max(1, count)) else { break }
            var bytes = before ?? ByteBuffer()
            if before == nil { bytes = slice } else { bytes.writeImmutableBuffer(slice) }
            if parser.isInsideHead {
                unfinishedHead = bytes
            } else {
                pieces.append(
                    ClientPiece(
                        bytes: bytes,
                        command: command,
                        partial: command == nil ? partialCommand : nil,
                        messageSize: parser.received,
                        isControl: parser.isControl,
                        endsMessage: parser.isBetweenMessages
                    )
                )
            }
        }
        return pieces
    }

    private mutating func readFrame(_ buffer: ByteBuffer) -> (count: Int, command: ClientCommand?) {
        var found: ClientCommand?
        var count = buffer.readableBytes
        do throws(FrameViolation) {
            count = try buffer.withUnsafeReadableBytesTyped { bytes throws(FrameViolation) in
                try parser.readFrame(bytes) { [client] message in found = Self.command(message, client) }
            }
        } catch {
            tap.lostTrack(client, reason: error.reason)
        }
        return (count, found)
    }

    /// What a message above the limit has told of itself before its end.
    private var partialCommand: ClientCommand? {
        guard let message = parser.longMessage else { return nil }
        let head = CommandHead(message.bytes)
        return head.method.map {
            ClientCommand(client: client, head: head, method: $0, size: message.length, at: Self.now)
        }
    }

    /// Whether a command may be sent on at once; if not, `pass` is called when it may.
    func mayPass(_ command: ClientCommand, pass: @escaping @Sendable () -> Void) -> Bool {
        tap.mayPass(command, pass: pass)
    }

    /// Tells the tap of commands that were sent on.
    func sent(_ commands: [ClientCommand]) {
        for command in commands { tap.received(command) }
    }

    /// The client is gone.
    func end() { tap.clientDisconnected(client) }

    private static func command(_ message: FrameParser.Message, _ client: Int) -> ClientCommand? {
        if message.isTruncated {
            let head = CommandHead(message.bytes)
            return head.method.map {
                ClientCommand(client: client, head: head, method: $0, size: message.length, at: now)
            }
        }
        guard case .success(let parsed) = Result(catching: { () throws(CDPError) in try CDPMessage(message.bytes) })
        else { return nil }
        return nested(parsed, client) ?? ClientCommand(client: client, message: parsed, at: now)
    }

    /// The command inside a `Target.sendMessageToTarget`, by which older clients speak to a session.
    private static func nested(_ outer: CDPMessage, _ client: Int) -> ClientCommand? {
        guard outer.method == "Target.sendMessageToTarget", let params = outer.params,
            let text = params["message"]?.stringValue, let session = params["sessionId"]?.stringValue,
            case .success(let inner) = Result(catching: { () throws(CDPError) in try CDPMessage(Array(text.utf8)) })
        else { return nil }
        return ClientCommand(client: client, message: inner, session: session, inside: outer, at: now)
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

extension ByteBuffer {
    /// `withUnsafeReadableBytes` for a body with a typed error.
    fileprivate func withUnsafeReadableBytesTyped<Value, E: Error>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> Value
    ) throws(E) -> Value {
        let result: Result<Value, E> = withUnsafeReadableBytes { bytes in
            Result { () throws(E) in try body(bytes) }
        }
        return try result.get()
    }
}
