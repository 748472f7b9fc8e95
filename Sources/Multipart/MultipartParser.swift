public import NIOCore

/// Reads `multipart/form-data` (RFC 7578; RFC 2046, section 5.1) from bytes that come in pieces of any size.
///
/// A state machine without I/O: bytes in, elements out. The same bytes give the same elements however they are split, save for how a
/// part's body is cut into pieces. It holds at most a head and a delimiter; bodies are slices of what came.
///
/// It is strict: line ends are CRLF, the first boundary comes at once, each part has a `Content-Disposition: form-data` with a name.
public struct MultipartParser: Sendable {
    /// What the bytes say, in their order: `part`, its `body` pieces (maybe none), `partEnd`, and so on.
    public enum Element: Sendable, Equatable {
        case part(MultipartHead)
        case body(ByteBuffer)
        case partEnd
    }

    /// What is allowed before ``MultipartError`` ends it.
    public struct Limits: Sendable {
        public var headBytes = 8 * 1024
        public var parts = 32
        /// Bytes behind the last boundary, which say nothing.
        public var epilogueBytes = 4 * 1024

        public init() {}
    }

    enum State: Sendable {
        /// Before the first boundary.
        case start
        /// Behind a boundary: a line end begins a part, two hyphens end it all.
        case boundary
        case head
        case body
        case epilogue
    }

    let limits: Limits
    /// What ends a body: CRLF, two hyphens, the boundary.
    let delimiter: [UInt8]
    var state = State.start
    /// Bytes that mean nothing yet.
    var held = ByteBuffer()
    var parts = 0
    var epilogue = 0

    /// - Parameter boundary: of the header `Content-Type`; see ``MultipartBoundary``.
    public init(boundary: MultipartBoundary, limits: Limits = Limits()) {
        self.limits = limits
        delimiter = Array("\r\n--\(boundary.text)".utf8)
    }

    /// Whether the last boundary has come.
    public var isComplete: Bool { state == .epilogue }

    /// Takes the next bytes.
    /// - Throws: ``MultipartError``, after which nothing more may be read.
    public mutating func read(_ bytes: ByteBuffer) throws(MultipartError) -> [Element] {
        var input = bytes
        if held.readableBytes > 0 {
            held.writeBuffer(&input)
            input = held
            held = ByteBuffer()
        }
        var elements: [Element] = []
        while try step(&input, &elements) {}
        held = input.readableBytes > 0 ? input : ByteBuffer()
        return elements
    }

    /// Ends the bytes.
    /// - Throws: `truncated` when the last boundary has not come.
    public func finish() throws(MultipartError) {
        guard isComplete else { throw .truncated }
    }

    /// - Returns: false when more bytes are needed.
    private mutating func step(_ input: inout ByteBuffer, _ elements: inout [Element]) throws(MultipartError) -> Bool {
        switch state {
        case .start: try start(&input)
        case .boundary: try boundary(&input)
        case .head: try head(&input, &elements)
        case .body: try body(&input, &elements)
        case .epilogue: try end(&input)
        }
    }

    /// The first boundary has no line end before it.
    private mutating func start(_ input: inout ByteBuffer) throws(MultipartError) -> Bool {
        let expected = delimiter.dropFirst(2)
        let given = input.readableBytesView.prefix(expected.count)
        guard given.elementsEqual(expected.prefix(given.count)) else { throw .noBoundary }
        guard given.count == expected.count else { return false }
        input.moveReaderIndex(forwardBy: expected.count)
        state = .boundary
        return true
    }

    private mutating func boundary(_ input: inout ByteBuffer) throws(MultipartError) -> Bool {
        guard let next = input.readInteger(as: UInt16.self) else { return false }
        switch next {
        case 0x0D0A: state = .head
        case 0x2D2D: state = .epilogue
        default: throw .malformed("a boundary is followed by something else than a line end")
        }
        return true
    }

    private mutating func end(_ input: inout ByteBuffer) throws(MultipartError) -> Bool {
        epilogue += input.readableBytes
        input.moveReaderIndex(to: input.writerIndex)
        guard epilogue <= limits.epilogueBytes else { throw .malformed("there is too much behind the last boundary") }
        return false
    }
}
