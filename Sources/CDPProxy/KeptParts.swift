import NIOCore

/// The buffers of a message that is coming in.
struct KeptParts {
    private(set) var buffers: [ByteBuffer] = []
    /// Bytes of the message so far.
    private(set) var size = 0
    /// Bytes of memory taken from the budget for it.
    private(set) var held = 0
    /// Bytes of memory that the buffers take: a slice holds the whole of what it was cut from.
    private var storage = 0

    mutating func add(_ part: ByteBuffer) {
        buffers.append(part)
        size += part.readableBytes
        storage += max(part.storageCapacity, part.readableBytes)
    }

    /// Takes what the buffers need from the budget. False: the message is too long, or too much is held already.
    mutating func hold(within limit: Int, _ budget: ReplyBudget) -> Bool {
        guard size <= limit, budget.take(storage - held) else { return false }
        held = storage
        return true
    }

    /// The first bytes of the message, as many as tell a reply.
    var start: [UInt8] {
        var start: [UInt8] = []
        for buffer in buffers where start.count < ReplyStart.longest {
            start += buffer.readableBytesView.prefix(ReplyStart.longest - start.count)
        }
        return start
    }
}
