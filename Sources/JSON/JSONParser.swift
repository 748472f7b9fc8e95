/// Why bytes are not JSON: what was wrong, and at which byte.
public struct JSONParseError: Error, Equatable, CustomStringConvertible {
    public let reason: String
    public let offset: Int
    public var description: String { "\(reason) at byte \(offset)" }
}

extension JSON {
    /// Values nested deeper than this are refused.
    public static let maximumDepth = 512

    /// Reads one JSON text (RFC 8259, section 2).
    ///
    /// Lone surrogates (`"\ud800"`, which CDP sends) and bytes that are not UTF-8 become U+FFFD instead of an error.
    /// - Throws: ``JSONParseError``; the same bytes fail again.
    public static func parse(_ bytes: some Sequence<UInt8>) throws(JSONParseError) -> JSON {
        let parsed: Result<JSON, JSONParseError>? = bytes.withContiguousStorageIfAvailable { buffer in
            Result { () throws(JSONParseError) in try parse(buffer: buffer) }
        }
        if let parsed { return try parsed.get() }
        let copy = Array(bytes)
        return try copy.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONParseError) in try parse(buffer: buffer) }
        }.get()
    }

    public static func parse(_ text: String) throws(JSONParseError) -> JSON { try parse(Array(text.utf8)) }

    private static func parse(buffer: UnsafeBufferPointer<UInt8>) throws(JSONParseError) -> JSON {
        var parser = JSONParser(bytes: buffer)
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        guard parser.position == buffer.count else { throw parser.error("unexpected text after the value") }
        return value
    }
}

/// A recursive-descent reader over borrowed bytes. Bounded by ``JSON/maximumDepth``; never traps on input.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func error(_ reason: String) -> JSONParseError { JSONParseError(reason: reason, offset: position) }

    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    mutating func value(depth: Int) throws(JSONParseError) -> JSON {
        guard depth < JSON.maximumDepth else { throw error("nested deeper than \(JSON.maximumDepth)") }
        skipBlanks()
        guard let first = current else { throw error("unexpected end") }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSON) throws(JSONParseError) -> JSON {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw error("unexpected end") }
        for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] {
            throw error("expected \(text)")
        }
        position += count
        return value
    }

    private mutating func array(depth: Int) throws(JSONParseError) -> JSON {
        position += 1
        var elements: [JSON] = []
        skipBlanks()
        if current == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            elements.append(try value(depth: depth + 1))
            if try endsAfterElement(UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func object(depth: Int) throws(JSONParseError) -> JSON {
        position += 1
        var members: [(name: String, value: JSON)] = []
        members.reserveCapacity(8)
        skipBlanks()
        if current == UInt8(ascii: "}") {
            position += 1
            return .object(JSONObject())
        }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw error("expected a member's name") }
            let name = try string()
            skipBlanks()
            guard current == UInt8(ascii: ":") else { throw error("expected a colon") }
            position += 1
            members.append((name, try value(depth: depth + 1)))
            if try endsAfterElement(UInt8(ascii: "}")) { return .object(unique(members)) }
        }
    }

    /// Objects of CDP never repeat a name; the check is a scan of the few names, or a set for many.
    private func unique(_ members: [(name: String, value: JSON)]) -> JSONObject {
        let repeats =
            members.count <= 16
            ? members.indices.contains { index in members[..<index].contains { $0.name == members[index].name } }
            : Set(members.map(\.name)).count != members.count
        guard repeats else { return JSONObject(uniqueMembers: members) }
        var last: [String: Int] = [:]
        for (index, member) in members.enumerated() { last[member.name] = index }
        return JSONObject(uniqueMembers: members.enumerated().filter { last[$1.name] == $0 }.map(\.element))
    }

    private mutating func endsAfterElement(_ close: UInt8) throws(JSONParseError) -> Bool {
        skipBlanks()
        guard let next = current else { throw error("unexpected end") }
        guard next == close || next == UInt8(ascii: ",") else { throw error("expected a comma or the end") }
        position += 1
        return next == close
    }
}
