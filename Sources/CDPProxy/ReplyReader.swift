import NIOCore

/// Finds, in what a browser sends to a client, the replies that the tap wants, and keeps those alone.
///
/// Of all other messages it reads the frame heads (RFC 6455, section 5.2), and while a reply is awaited the first bytes: Chromium begins a
/// reply with `{"id":`. Buffers are kept as they are, not copied. Bounds: ``maximumReply`` a message, ``ReplyBudget`` for all,
/// ``maximumExpected`` awaited replies. Frames that break the protocol end the reading, never the splice.
struct ReplyReader {
    /// Longer replies are skipped: 64 MiB.
    static let maximumReply = 64 * 1024 * 1024
    /// So many replies are awaited; at one more the oldest is given up.
    static let maximumExpected = 1000

    private enum State {
        case head
        case payload(FrameHeader, remaining: Int)
        case broken
    }

    private let tap: any CommandTap
    private let budget: ReplyBudget
    private var state = State.head
    private var head: [UInt8] = []
    private var expected = ExpectedReplies(limit: maximumExpected)
    private var message: Message?

    /// A message that is coming in.
    private enum Message {
        /// So short still that it may be one that is wanted.
        case unknown(KeptParts)
        case kept(KeptParts, ClientCommand)
        case skipped(ClientCommand, size: Int)
        case ignored
    }

    init(tap: any CommandTap, budget: ReplyBudget = .shared) {
        self.tap = tap
        self.budget = budget
    }

    /// Notes a command that is about to be sent on.
    mutating func expect(_ command: ClientCommand) {
        if command.id != nil, tap.wantsReply(to: command) { expected.add(command) }
    }

    /// Reads a buffer that has been passed on.
    mutating func read(_ buffer: ByteBuffer) {
        var rest = buffer
        do throws(FrameViolation) {
            while rest.readableBytes > 0 { try step(&rest) }
        } catch {
            end()
        }
    }

    private mutating func step(_ rest: inout ByteBuffer) throws(FrameViolation) {
        switch state {
        case .broken: rest.moveReaderIndex(to: rest.writerIndex)
        case .head:
            guard let header = try readHead(&rest) else { return }
            try begin(header)
            state = .payload(header, remaining: header.length)
            if header.length == 0 { finish(header) }
        case .payload(let header, let remaining):
            guard let part = rest.readSlice(length: min(remaining, rest.readableBytes)) else { return }
            if !header.opcode.isControl { take(part) }
            state = .payload(header, remaining: remaining - part.readableBytes)
            if part.readableBytes == remaining { finish(header) }
        }
    }

    private mutating func readHead(_ rest: inout ByteBuffer) throws(FrameViolation) -> FrameHeader? {
        while head.count < 2, let byte = rest.readInteger(as: UInt8.self) { head.append(byte) }
        guard head.count >= 2 else { return nil }
        let missing = FrameHeader.length(first: head[0], second: head[1]) - head.count
        head += rest.readBytes(length: min(missing, rest.readableBytes)) ?? []
        guard head.count == FrameHeader.length(first: head[0], second: head[1]) else { return nil }
        defer { head.removeAll(keepingCapacity: true) }
        return try FrameHeader(head, from: .browser)
    }

    private mutating func begin(_ header: FrameHeader) throws(FrameViolation) {
        guard !header.opcode.isControl else { return }
        if header.opcode == .continuation {
            guard message != nil else { throw FrameViolation("a continuation of nothing") }
        } else {
            guard message == nil else { throw FrameViolation("a new message inside a split one") }
            message = header.opcode == .text && !expected.isEmpty ? .unknown(KeptParts()) : .ignored
        }
    }

    private mutating func take(_ part: ByteBuffer) {
        switch message.take() {
        case .unknown(var parts):
            parts.add(part)
            message = recognised(parts)
        case .kept(var parts, let command):
            parts.add(part)
            message = parts.hold(within: Self.maximumReply, budget) ? .kept(parts, command) : skip(parts, command)
        case .skipped(let command, let size): message = .skipped(command, size: size + part.readableBytes)
        case let other: message = other
        }
    }

    private mutating func recognised(_ parts: KeptParts) -> Message {
        switch ReplyStart(parts.start) {
        case .none: return .ignored
        case .unfinished: return .unknown(parts)
        case .reply(let id):
            guard let command = expected.take(id) else { return .ignored }
            var parts = parts
            return parts.hold(within: Self.maximumReply, budget) ? .kept(parts, command) : skip(parts, command)
        }
    }

    private func skip(_ parts: KeptParts, _ command: ClientCommand) -> Message {
        budget.giveBack(parts.held)
        return .skipped(command, size: parts.size)
    }

    private mutating func finish(_ header: FrameHeader) {
        state = .head
        guard header.isFinal, !header.opcode.isControl, let complete = message.take() else { return }
        switch complete {
        case .kept(let parts, let command):
            let reply = ReplyMessage(parts: parts.buffers, size: parts.size, held: parts.held, budget: budget)
            tap.replied(to: command, .message(reply))
        case .skipped(let command, let size): tap.replied(to: command, .skipped(size: size))
        case .unknown, .ignored: break
        }
    }

    /// The client or the browser is gone, or nothing of the browser's can be read any more.
    mutating func end() {
        if case .kept(let parts, _)? = message { budget.giveBack(parts.held) }
        message = nil
        state = .broken
    }
}
