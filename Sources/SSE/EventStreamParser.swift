/// Reads an event stream as it comes, in pieces of any size (WHATWG HTML, section 9.2.6).
///
/// A pure state machine. Lines may end in LF, CR or CRLF, also when a piece ends between CR and LF; a byte order mark at the start is
/// passed over; bytes that are not UTF-8 become U+FFFD; an event that the stream's end cuts off is dropped.
public struct EventStreamParser: Sendable {
    /// The stream has an event or a line longer than ``maximumEvent``.
    public struct Overflow: Error, Equatable {}

    /// Bytes of data and of a line that are held for one event.
    public let maximumEvent: Int
    /// The id to send as `Last-Event-ID` when the stream is opened again; empty when none was given.
    public private(set) var lastEventID = ""
    /// Time to wait before the stream is opened again, when the server has said one.
    public private(set) var retryMilliseconds: Int?

    private var line: [UInt8] = []
    private var lastWasCR = false
    private var isFirstLine = true
    private var event = ""
    private var data: [UInt8] = []
    private var pendingID = ""

    /// - Parameter lastEventID: The id that the stream was opened with.
    public init(maximumEvent: Int = 16 * 1024 * 1024, lastEventID: String = "") {
        self.maximumEvent = maximumEvent
        self.lastEventID = lastEventID
        pendingID = lastEventID
    }

    /// Reads `bytes` and returns the events that end in them, in order.
    /// - Throws: ``Overflow``; the parser is of no use after it.
    public mutating func read(_ bytes: some Sequence<UInt8>) throws(Overflow) -> [EventStreamFrame] {
        var frames: [EventStreamFrame] = []
        for byte in bytes {
            let followsCR = lastWasCR
            lastWasCR = byte == LineEnd.cr
            switch byte {
            case LineEnd.lf where followsCR: continue
            case LineEnd.lf, LineEnd.cr: if let frame = try endLine() { frames.append(frame) }
            default:
                line.append(byte)
                guard line.count <= maximumEvent else { throw Overflow() }
            }
        }
        return frames
    }

    private mutating func endLine() throws(Overflow) -> EventStreamFrame? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        guard !line.isEmpty else { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        try field(String(decoding: line[..<colon], as: UTF8.self), value)
        return nil
    }

    private mutating func field(_ name: String, _ value: ArraySlice<UInt8>) throws(Overflow) {
        switch name {
        case "event": event = String(decoding: value, as: UTF8.self)
        case "data":
            data.append(contentsOf: value)
            data.append(LineEnd.lf)
            guard data.count <= maximumEvent else { throw Overflow() }
        case "id" where !value.contains(0): pendingID = String(decoding: value, as: UTF8.self)
        case "retry" where !value.isEmpty && value.allSatisfy { (0x30...0x39).contains($0) }:
            retryMilliseconds = Int(String(decoding: value, as: UTF8.self)) ?? retryMilliseconds
        default: break
        }
    }

    private mutating func dispatch() -> EventStreamFrame? {
        lastEventID = pendingID
        defer {
            event = ""
            data.removeAll(keepingCapacity: true)
        }
        guard !data.isEmpty else { return nil }
        return EventStreamFrame(
            event: event.isEmpty ? "message" : event,
            data: String(decoding: data.dropLast(), as: UTF8.self),
            lastEventID: lastEventID
        )
    }
}
