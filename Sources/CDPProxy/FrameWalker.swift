/// Walks over a browser's WebSocket frames by their heads alone, to know where one message ends and the next begins.
struct FrameWalker {
    private var head: [UInt8] = []
    private var remaining = 0
    private var isFinal = true
    private var isControl = false
    private var isInMessage = false

    /// Whether something may be said between two messages here.
    var isBetweenMessages: Bool { head.isEmpty && remaining == 0 && !isInMessage }

    /// Goes over bytes, to their end or, if wanted, to the first place between two messages behind the beginning.
    /// - Returns: How many bytes were gone over.
    mutating func walk(_ bytes: UnsafeRawBufferPointer, toBoundary: Bool = false) -> Int {
        var index = 0
        while index < bytes.count {
            if remaining > 0 {
                let count = min(remaining, bytes.count - index)
                index += count
                remaining -= count
                if remaining == 0 { endFrame() }
            } else {
                head.append(bytes[index])
                index += 1
                if head.count >= 2, head.count == FrameHeader.length(first: head[0], second: head[1]) { beginFrame() }
            }
            if toBoundary, isBetweenMessages { break }
        }
        return index
    }

    private mutating func beginFrame() {
        isFinal = head[0] & 0x80 != 0
        isControl = head[0] & 0x08 != 0
        let short = Int(head[1] & 0x7F)
        let extra = short == 126 ? 2 : short == 127 ? 8 : 0
        remaining = head[2..<(2 + extra)].reduce(extra == 0 ? short : 0) { $0 << 8 | Int($1) }
        head.removeAll(keepingCapacity: true)
        if !isControl { isInMessage = true }
        if remaining <= 0 { endFrame() }
    }

    private mutating func endFrame() {
        remaining = 0
        if isFinal, !isControl { isInMessage = false }
    }
}
