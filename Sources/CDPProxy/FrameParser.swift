/// Reads a client's WebSocket frames as they come, in pieces of any size, and puts text messages together.
///
/// A pure state machine: it owns no channel and answers nothing. Control frames between the fragments of a message and binary
/// messages are passed over. Memory is bounded by ``maximumMessage``.
struct FrameParser {
    /// A text message.
    struct Message: Equatable {
        /// The text, unmasked; of a longer message than ``FrameParser/maximumMessage`` the first ``FrameParser/keptOfLonger`` bytes at most.
        var bytes: [UInt8]
        /// Bytes that the message had.
        var length: Int
        var isTruncated: Bool { bytes.count < length }
    }

    /// Longer messages are truncated: 1 MiB.
    static let maximumMessage = 1024 * 1024
    /// What is kept of those: 64 KiB.
    static let keptOfLonger = 64 * 1024

    private enum State {
        case head
        case payload(FrameHeader, read: Int)
        case broken
    }

    private var state = State.head
    private var head: [UInt8] = []
    /// The message being put together; nil between messages.
    private var message: Message?
    /// Whether the message being put together is binary, and so not kept.
    private var isBinary = false
    /// Bytes of payload that have come of the message that began last.
    private(set) var received = 0
    /// Whether the last frame that began is a control frame.
    private(set) var isControl = false

    init() { head.reserveCapacity(FrameHeader.maximumLength) }

    /// Reads `bytes` to their end and gives each text message that ends in them to `found`.
    /// - Throws: ``FrameViolation`` once; from then on everything is ignored.
    mutating func read(_ bytes: UnsafeRawBufferPointer, _ found: (Message) -> Void) throws(FrameViolation) {
        do {
            var rest = bytes[...]
            while !rest.isEmpty { try step(&rest, found) }
        } catch {
            state = .broken
            message = nil
            throw error
        }
    }

    /// Reads up to the end of one frame, or to the end of `bytes`.
    /// - Returns: How many bytes were read; all of them after a violation.
    mutating func readFrame(_ bytes: UnsafeRawBufferPointer, _ found: (Message) -> Void) throws(FrameViolation) -> Int {
        do {
            var rest = bytes[...]
            repeat { try step(&rest, found) } while !rest.isEmpty && !isBetweenFrames
            return bytes.count - rest.count
        } catch {
            state = .broken
            message = nil
            throw error
        }
    }

    /// Whether nothing of a next message has been read. True for ever after a violation: then nothing is known.
    var isBetweenMessages: Bool {
        if case .broken = state { return true }
        return isBetweenFrames && message == nil
    }

    /// Whether the bytes read end inside of a frame's head.
    var isInsideHead: Bool {
        if case .head = state { return !head.isEmpty }
        return false
    }

    private var isBetweenFrames: Bool {
        if case .head = state { return head.isEmpty }
        return false
    }

    /// The message under way, when it is too long to be kept whole.
    var longMessage: Message? { message.flatMap { $0.length > Self.maximumMessage && !isBinary ? $0 : nil } }

    private mutating func step(_ rest: inout Slice<UnsafeRawBufferPointer>, _ found: (Message) -> Void)
        throws(FrameViolation)
    {
        switch state {
        case .broken:
            rest = rest[rest.endIndex...]
        case .head:
            guard let header = try readHead(&rest) else { return }
            try begin(header)
            state = .payload(header, read: 0)
            if header.length == 0 { finish(header, found) }
        case .payload(let header, let read):
            let part = rest.prefix(header.length - read)
            rest = rest[part.endIndex...]
            if !header.opcode.isControl {
                received += part.count
                keep(part, header, read)
            }
            state = .payload(header, read: read + part.count)
            if read + part.count == header.length { finish(header, found) }
        }
    }

    private mutating func readHead(_ rest: inout Slice<UnsafeRawBufferPointer>) throws(FrameViolation) -> FrameHeader? {
        while head.count < 2, let byte = rest.popFirst() { head.append(byte) }
        guard head.count >= 2 else { return nil }
        let missing = FrameHeader.length(first: head[0], second: head[1]) - head.count
        let part = rest.prefix(missing)
        head.append(contentsOf: part)
        rest = rest[part.endIndex...]
        guard part.count == missing else { return nil }
        defer { head.removeAll(keepingCapacity: true) }
        return try FrameHeader(head)
    }

    private mutating func begin(_ header: FrameHeader) throws(FrameViolation) {
        isControl = header.opcode.isControl
        guard !header.opcode.isControl else { return }
        if header.opcode == .continuation {
            guard message != nil else { throw FrameViolation("a continuation of nothing") }
        } else {
            guard message == nil else { throw FrameViolation("a new message inside a split one") }
            message = Message(bytes: [], length: 0)
            isBinary = header.opcode == .binary
            received = 0
        }
        let (length, overflow) = (message?.length ?? 0).addingReportingOverflow(header.length)
        guard !overflow else { throw FrameViolation("a message above 2^63 bytes") }
        message?.length = length
        if length > Self.maximumMessage, let kept = message?.bytes, kept.count > Self.keptOfLonger {
            message?.bytes = Array(kept.prefix(Self.keptOfLonger))
        }
    }

    private mutating func keep(_ part: Slice<UnsafeRawBufferPointer>, _ header: FrameHeader, _ read: Int) {
        // No copy of the message may be held while it grows, or each fragment would copy all before it.
        guard !isBinary, let (length, count) = message.map({ ($0.length, $0.bytes.count) }) else { return }
        let limit = length > Self.maximumMessage ? Self.keptOfLonger : Self.maximumMessage
        let kept = part.prefix(limit - count)
        message?.bytes.appendUnmasked(kept, mask: header.mask, offset: read)
    }

    private mutating func finish(_ header: FrameHeader, _ found: (Message) -> Void) {
        state = .head
        guard header.isFinal, !header.opcode.isControl, let complete = message.take() else { return }
        if !isBinary { found(complete) }
    }
}

extension Array where Element == UInt8 {
    /// Appends masked bytes, unmasked (RFC 6455, section 5.3), eight at a time.
    mutating func appendUnmasked(_ part: Slice<UnsafeRawBufferPointer>, mask: UInt32, offset: Int) {
        let start = count
        append(contentsOf: part)
        let shift = UInt32(offset % 4) * 8
        let turned = shift == 0 ? mask : mask >> shift | mask << (32 - shift)
        let wide = UInt64(turned) << 32 | UInt64(turned)
        withUnsafeMutableBytes { all in
            var position = start
            while position + 8 <= all.count {
                let word = UInt64(littleEndian: all.loadUnaligned(fromByteOffset: position, as: UInt64.self)) ^ wide
                all.storeBytes(of: word.littleEndian, toByteOffset: position, as: UInt64.self)
                position += 8
            }
            while position < all.count {
                all[position] ^= UInt8(truncatingIfNeeded: wide >> (UInt64((position - start) % 4) * 8))
                position += 1
            }
        }
    }
}
