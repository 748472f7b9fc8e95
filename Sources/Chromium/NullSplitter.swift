import Glibc

/// Cuts a stream of bytes into messages that each end with a zero byte.
struct NullSplitter: Sendable {
    /// The longest message, without its end.
    static let limit = 256 << 20

    struct MessageTooLong: Error {}

    private let limit: Int
    /// The beginning of a message whose end has not come.
    private var partial: [UInt8] = []

    init(limit: Int = limit) { self.limit = limit }

    /// Adds the messages that end within these bytes, in order.
    mutating func split(_ bytes: UnsafeRawBufferPointer, into messages: inout [[UInt8]]) throws(MessageTooLong) {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            guard let end = memchr(start, 0, rest.count) else { return try keep(rest) }
            let length = UnsafeRawPointer(end) - start
            try finish(rest.prefix(length), into: &messages)
            rest = rest.dropFirst(length + 1)
        }
    }

    private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) throws(MessageTooLong) {
        guard partial.count + bytes.count <= limit else { throw MessageTooLong() }
        partial.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes))
    }

    private mutating func finish(
        _ bytes: Slice<UnsafeRawBufferPointer>,
        into messages: inout [[UInt8]]
    ) throws(MessageTooLong) {
        if partial.isEmpty, bytes.count <= limit {
            messages.append([UInt8](UnsafeRawBufferPointer(rebasing: bytes)))
            return
        }
        try keep(bytes)
        var whole: [UInt8] = []
        swap(&whole, &partial)
        messages.append(whole)
    }
}
