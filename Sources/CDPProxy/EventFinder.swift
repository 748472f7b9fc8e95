import NIOCore

/// Finds one kind of event in what a browser says to a client.
///
/// It looks for the one text with which Chromium begins the event, and reads no frames: unescaped quotation marks cannot stand in a JSON
/// string, so no page can forge it. Costs one search a buffer.
struct EventFinder {
    private let head: [UInt8]
    /// How far the search may go on, by the last byte it saw.
    private let steps: [Int]
    /// What is read of an event is shorter.
    private static let longest = 256
    /// The end of the last buffer, where an event may have begun.
    private var rest: [UInt8] = []

    init(_ head: String) {
        self.head = Array(head.utf8)
        var steps = [Int](repeating: self.head.count, count: 256)
        for (index, byte) in self.head.dropLast().enumerated() { steps[Int(byte)] = self.head.count - 1 - index }
        self.steps = steps
    }

    /// Calls `found` with what stands behind each beginning. An event of which little has come is found again, with more behind it.
    mutating func read(_ buffer: ByteBuffer, _ found: (inout EventText) -> Void) {
        if !rest.isEmpty {
            var joint = rest
            joint += buffer.readableBytesView.prefix(Self.longest)
            joint.withUnsafeBytes { bytes in search(bytes, endsBefore: rest.count, found) }
        }
        buffer.withUnsafeReadableBytes { bytes in search(bytes, endsBefore: bytes.count, found) }
        let kept = rest + buffer.readableBytesView.suffix(Self.longest)
        rest = Array(kept.suffix(Self.longest))
    }

    /// Reports the events that begin before an index.
    private func search(_ bytes: UnsafeRawBufferPointer, endsBefore end: Int, _ found: (inout EventText) -> Void) {
        var from = 0
        while let start = find(in: bytes, from: from), start < end {
            from = start + head.count
            var text = EventText(bytes: bytes, position: from)
            found(&text)
        }
    }

    /// Boyer, Moore and Horspool's search: it looks at every fiftieth byte or so.
    private func find(in bytes: UnsafeRawBufferPointer, from: Int) -> Int? {
        var start = from
        while start + head.count <= bytes.count {
            let last = bytes[start + head.count - 1]
            if last == head[head.count - 1], bytes[start..<(start + head.count)].elementsEqual(head) { return start }
            start += steps[Int(last)]
        }
        return nil
    }
}

/// What stands behind the beginning of an event, as far as it has come.
struct EventText {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate var position: Int

    /// Letters, digits and hyphens up to a quotation mark, at most 64; nil when the mark is not there.
    mutating func id() -> String? {
        let range = bytes[position..<min(bytes.count, position + 65)]
        guard let end = range.firstIndex(of: UInt8(ascii: "\"")), end > position else { return nil }
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    /// Goes past a number.
    mutating func skipNumber() {
        while position < bytes.count, Self.numerals.contains(bytes[position]) { position += 1 }
    }

    private static let numerals = Set("+-.0123456789Ee".utf8)

    /// Goes past a text; false when something else stands there.
    mutating func skip(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }
}
