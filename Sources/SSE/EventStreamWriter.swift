/// Writes an event stream (WHATWG HTML, section 9.2.5) into a buffer of bytes, always with LF and always in the order
/// `event`, `id`, `data`.
///
/// A pure value: the caller takes ``bytes`` when enough has come together and writes them to the client, 16 to 64 KiB at a time.
public struct EventStreamWriter: Sendable {
    /// What was written and not yet taken.
    public private(set) var bytes: [UInt8] = []

    public init(capacity: Int = 64 * 1024) { bytes.reserveCapacity(capacity) }

    /// Writes one event.
    /// - Parameters:
    ///   - event: The event's name; nil for an unnamed one, which browsers give to `onmessage`. Line ends in it are left out.
    ///   - id: The cursor that a browser sends back as `Last-Event-ID`; nil leaves it as it was. Line ends and NUL in it are left out.
    ///   - data: UTF-8. Each of its lines (LF, CR or CRLF) becomes a `data:` line, so that a reader gets the lines back with LF.
    public mutating func write(event: String? = nil, id: String? = nil, data: some Collection<UInt8>) {
        if let event { line("event: ", event.utf8) }
        if let id { line("id: ", id.utf8) }
        append("data: ")
        var last: UInt8 = 0
        for byte in data {
            switch byte {
            case LineEnd.lf where last == LineEnd.cr: break
            case LineEnd.lf, LineEnd.cr: append("\ndata: ")
            default: bytes.append(byte)
            }
            last = byte
        }
        append("\n\n")
    }

    public mutating func write(event: String? = nil, id: String? = nil, data: String) {
        write(event: event, id: id, data: data.utf8)
    }

    /// Writes one event whose data the caller knows to be a single line, as compact JSON is: no byte of it is looked at.
    public mutating func write(event: String? = nil, id: String? = nil, line data: [UInt8]) {
        if let event { line("event: ", event.utf8) }
        if let id { line("id: ", id.utf8) }
        append("data: ")
        bytes.append(contentsOf: data)
        append("\n\n")
    }

    /// Writes a comment, which readers pass over: it keeps a silent line open. Line ends in it are left out.
    public mutating func comment(_ text: String) {
        line(": ", text.utf8)
        append("\n")
    }

    /// Hands over what was written and starts anew.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: false) }
        return bytes
    }

    private mutating func line(_ field: StaticString, _ value: String.UTF8View) {
        append(field)
        if value.contains(where: Self.breaksLine) {
            bytes.append(contentsOf: value.filter { !Self.breaksLine($0) })
        } else {
            bytes.append(contentsOf: value)
        }
        bytes.append(LineEnd.lf)
    }

    private static func breaksLine(_ byte: UInt8) -> Bool { byte == LineEnd.lf || byte == LineEnd.cr || byte == 0 }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

enum LineEnd {
    static let lf = UInt8(ascii: "\n")
    static let cr = UInt8(ascii: "\r")
}
