import CDP
import NIOCore

#if canImport(Glibc)
    import Glibc
#endif

/// Turns one client's bytes into commands for a tap.
///
/// Work for each buffer is one pass over its bytes: unmasking, and a scan for the top-level members of each message. A message that
/// is no command (no JSON, no method) is passed over; frames that break the protocol end the reading, never the splice.
struct CommandReader {
    /// Longer messages come truncated.
    static let maximumMessage = FrameParser.maximumMessage

    private let client: Int
    private let tap: any CommandTap
    private var parser = FrameParser()

    init(client: Int, tap: any CommandTap) {
        self.client = client
        self.tap = tap
        tap.clientConnected(client)
    }

    mutating func read(_ buffer: ByteBuffer) {
        do throws(FrameViolation) {
            try buffer.withUnsafeReadableBytesTyped { bytes throws(FrameViolation) in
                try parser.read(bytes) { [client, tap] message in
                    if let command = Self.command(message, client) { tap.received(command) }
                }
            }
        } catch {
            tap.lostTrack(client, reason: error.reason)
        }
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
        return ClientCommand(client: client, message: parsed, at: now)
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

extension ByteBuffer {
    /// `withUnsafeReadableBytes` for a body with a typed error.
    fileprivate func withUnsafeReadableBytesTyped<E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> Void)
        throws(E)
    {
        let result: Result<Void, E> = withUnsafeReadableBytes { bytes in
            Result { () throws(E) in try body(bytes) }
        }
        try result.get()
    }
}
