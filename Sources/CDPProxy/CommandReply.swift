import NIOCore

/// What a browser answered to a client's command whose reply the tap wanted.
public enum CommandReply: Sendable {
    /// The whole message.
    case message(ReplyMessage)
    /// The message was not kept, since it or all that are kept together are too long. It has reached the client all the same.
    case skipped(size: Int)
}

/// A browser's message as it came, in the buffers that it came in. They are held as long as this is.
public final class ReplyMessage: Sendable {
    /// Length of the message in bytes.
    public let size: Int
    private let parts: [ByteBuffer]
    private let held: Int
    private let budget: ReplyBudget

    /// - Parameter held: Bytes taken from the budget, which are given back with this message.
    init(parts: [ByteBuffer], size: Int, held: Int, budget: ReplyBudget) {
        self.parts = parts
        self.size = size
        self.held = held
        self.budget = budget
    }

    deinit { budget.giveBack(held) }

    /// The message's text: JSON in UTF-8. Copied anew at each call: ask once, and not on an event loop.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        for part in parts { bytes.append(contentsOf: part.readableBytesView) }
        return bytes
    }
}
