import JSON
import NIOCore

/// A refusal as the client reads it: a reply with an error, in one unmasked text frame (RFC 6455, section 5.2).
enum CommandRefusal {
    /// What Chromium itself uses for errors of its own.
    static let code: Int64 = -32000

    static func frame(for command: ClientCommand, message: String) -> ByteBuffer? {
        guard let id = command.replyID else { return nil }
        var reply: JSONObject = [
            "id": .integer(id), "error": ["code": .integer(code), "message": .string(message)],
        ]
        if let session = command.replySession { reply["sessionId"] = .string(session) }
        var writer = JSONWriter(capacity: 256)
        writer.write(reply)
        return frame(writer.bytes)
    }

    private static func frame(_ payload: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt8(0x81))
        switch payload.count {
        case ..<126: buffer.writeInteger(UInt8(payload.count))
        case ..<65_536:
            buffer.writeInteger(UInt8(126))
            buffer.writeInteger(UInt16(payload.count))
        default:
            buffer.writeInteger(UInt8(127))
            buffer.writeInteger(UInt64(payload.count))
        }
        buffer.writeBytes(payload)
        return buffer
    }
}
