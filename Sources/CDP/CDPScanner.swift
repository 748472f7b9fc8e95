#if canImport(Glibc)
    import Glibc
#endif

/// Where the parts of a message lie in its bytes, each a whole JSON value.
struct CDPEnvelope: Sendable {
    var id: Range<Int>?
    var method: Range<Int>?
    var sessionID: Range<Int>?
    var params: Range<Int>?
    var result: Range<Int>?
    var error: Range<Int>?

    fileprivate mutating func set(_ name: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
        if name.elementsEqual("id".utf8) {
            id = value
        } else if name.elementsEqual("method".utf8) {
            method = value
        } else if name.elementsEqual("sessionId".utf8) {
            sessionID = value
        } else if name.elementsEqual("params".utf8) {
            params = value
        } else if name.elementsEqual("result".utf8) {
            result = value
        } else if name.elementsEqual("error".utf8) {
            error = value
        }
    }
}

/// Finds the top-level members of an object and steps over their values without reading them.
///
/// Never recursive, so depth costs nothing; never traps on input. Values are only checked as far as stepping over them needs.
struct CDPScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Nil when the bytes are not one object.
    mutating func envelope() -> CDPEnvelope? {
        var envelope = CDPEnvelope()
        guard next(is: UInt8(ascii: "{")) else { return nil }
        if next(is: UInt8(ascii: "}")) { return atEnd ? envelope : nil }
        repeat {
            guard let (name, value) = member() else { return nil }
            envelope.set(UnsafeBufferPointer(rebasing: bytes[(name.lowerBound + 1)..<(name.upperBound - 1)]), value)
        } while next(is: UInt8(ascii: ","))
        return next(is: UInt8(ascii: "}")) && atEnd ? envelope : nil
    }

    private var atEnd: Bool {
        mutating get {
            skipBlanks()
            return position == bytes.count
        }
    }

    /// The value of a top-level member, when the bytes are an object that has it.
    mutating func value(of name: String) -> Range<Int>? {
        guard next(is: UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let (found, value) = member() else { return nil }
            if bytes[(found.lowerBound + 1)..<(found.upperBound - 1)].elementsEqual(name.utf8) { return value }
        } while next(is: UInt8(ascii: ","))
        return nil
    }

    private mutating func member() -> (name: Range<Int>, value: Range<Int>)? {
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        guard let name = string(), next(is: UInt8(ascii: ":")), let value = value() else { return nil }
        return (name, value)
    }

    /// Steps over blanks and one certain byte; stays before any other.
    private mutating func next(is byte: UInt8) -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    }

    private mutating func value() -> Range<Int>? {
        skipBlanks()
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "{"), UInt8(ascii: "["): return container()
        default: return scalar()
        }
    }

    private mutating func scalar() -> Range<Int>? {
        let start = position
        while position < bytes.count, !Self.isBlank(bytes[position]), !Self.endsScalar(bytes[position]) {
            position += 1
        }
        return position > start ? start..<position : nil
    }

    private mutating func container() -> Range<Int>? {
        let start = position
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return nil }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return start..<position }
        }
        return nil
    }

    /// A string with its quotes. `memchr` finds its end, which makes megabytes of base64 cheap.
    private mutating func string() -> Range<Int>? {
        let start = position
        position += 1
        while let base = bytes.baseAddress, position < bytes.count,
            let found = memchr(base + position, Int32(UInt8(ascii: "\"")), bytes.count - position)
        {
            let quote = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            position = quote + 1
            if !isEscaped(quote, from: start) { return start..<position }
        }
        return nil
    }

    /// Whether an odd number of backslashes stands before a quote.
    private func isEscaped(_ quote: Int, from start: Int) -> Bool {
        var first = quote
        while first - 1 > start, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
        return (quote - first) % 2 == 1
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}
