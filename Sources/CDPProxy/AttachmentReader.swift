import NIOCore

/// Finds, in what a browser says to a client, which session belongs to which target (CDP `Target.attachedToTarget`).
///
/// Client and browser agree on session ids in that direction alone. It looks for the one text with which Chromium begins the event, and
/// reads no frames: unescaped quotation marks cannot stand in a JSON string, so no page can forge it. Costs one search a buffer.
struct AttachmentReader {
    private static let head = Array(#""method":"Target.attachedToTarget","params":{"sessionId":""#.utf8)
    private static let middle = Array(#"","targetInfo":{"targetId":""#.utf8)
    /// An event's beginning, up to the end of the target's id, is shorter.
    private static let longest = 256

    private let client: Int
    private let tap: any CommandTap
    /// The end of the last buffer, where an event may have begun.
    private var rest: [UInt8] = []

    init(client: Int, tap: any CommandTap) {
        self.client = client
        self.tap = tap
    }

    mutating func read(_ buffer: ByteBuffer) {
        if !rest.isEmpty {
            var joint = rest
            joint += buffer.readableBytesView.prefix(Self.longest)
            joint.withUnsafeBytes { bytes in search(bytes, endsBefore: rest.count) }
        }
        buffer.withUnsafeReadableBytes { bytes in search(bytes, endsBefore: bytes.count) }
        let kept = rest + buffer.readableBytesView.suffix(Self.longest)
        rest = Array(kept.suffix(Self.longest))
    }

    /// Reports the events that begin before an index.
    private func search(_ bytes: UnsafeRawBufferPointer, endsBefore end: Int) {
        var from = 0
        while let found = Self.find(Self.head, in: bytes, from: from), found < end {
            from = found + Self.head.count
            guard let session = Self.id(in: bytes, from: from) else { continue }
            let next = from + session.utf8.count
            guard bytes.count >= next + Self.middle.count,
                bytes[next..<(next + Self.middle.count)].elementsEqual(Self.middle),
                let target = Self.id(in: bytes, from: next + Self.middle.count)
            else { continue }
            tap.attached(client, session: session, target: target)
        }
    }

    /// Boyer, Moore and Horspool's search: it looks at every fiftieth byte or so.
    private static func find(_ text: [UInt8], in bytes: UnsafeRawBufferPointer, from: Int) -> Int? {
        var start = from
        while start + text.count <= bytes.count {
            let last = bytes[start + text.count - 1]
            if last == text[text.count - 1], bytes[start..<(start + text.count)].elementsEqual(text) { return start }
            start += steps[Int(last)]
        }
        return nil
    }

    /// How far the search may go on, by the last byte it saw.
    private static let steps: [Int] = {
        var steps = [Int](repeating: head.count, count: 256)
        for (index, byte) in head.dropLast().enumerated() { steps[Int(byte)] = head.count - 1 - index }
        return steps
    }()

    /// Letters, digits and hyphens up to a quotation mark, at most 64; nil when the mark is not there.
    private static func id(in bytes: UnsafeRawBufferPointer, from: Int) -> String? {
        let range = bytes[from..<min(bytes.count, from + 65)]
        guard let end = range.firstIndex(of: UInt8(ascii: "\"")), end > from else { return nil }
        return String(decoding: bytes[from..<end], as: UTF8.self)
    }
}
