import JSON

/// Renders the arguments of a console call as DevTools would, up to a number of bytes.
struct ConsoleText {
    private(set) var text = ""
    private(set) var isTruncated = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The line of one call. Arguments are joined by one blank; the first, when it is a string, may hold format specifiers.
    mutating func append(type: String, _ arguments: [JSON]) {
        switch type {
        case "assert": write("Assertion failed: ")
        case "clear": return write("Console was cleared")
        default: break
        }
        guard let first = arguments.first else { return }
        var rest = arguments.dropFirst()
        if first["type"]?.stringValue == "string", let format = first["value"]?.stringValue {
            write(format, with: &rest)
        } else {
            write(RemoteValue.text(first))
        }
        for argument in rest {
            guard !isTruncated else { return }
            write(" ")
            write(RemoteValue.text(argument))
        }
    }

    /// Console standard, section 2.2 "Formatter": `%s %d %i %f %o %O %c %%`.
    private mutating func write(_ format: String, with arguments: inout ArraySlice<JSON>) {
        guard !arguments.isEmpty, format.utf8.contains(UInt8(ascii: "%")) else { return write(format) }
        var plain = format.utf8[...]
        while let percent = plain.firstIndex(of: UInt8(ascii: "%")) {
            let next = plain.index(after: percent)
            guard next < plain.endIndex else { break }
            write(String(plain[..<percent]) ?? "")
            write(specifier: plain[next], &arguments)
            plain = plain[plain.index(after: next)...]
        }
        write(String(plain) ?? "")
    }

    private mutating func write(specifier: UInt8, _ arguments: inout ArraySlice<JSON>) {
        switch specifier {
        case UInt8(ascii: "%"): write("%")
        case UInt8(ascii: "s"), UInt8(ascii: "o"), UInt8(ascii: "O"):
            write(arguments.popFirst().map { RemoteValue.text($0) } ?? "%\(Character(Unicode.Scalar(specifier)))")
        case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "f"):
            let whole = specifier != UInt8(ascii: "f")
            write(
                arguments.popFirst().map { Self.number($0, whole: whole) } ?? "%\(Character(Unicode.Scalar(specifier)))"
            )
        case UInt8(ascii: "c"):
            if arguments.popFirst() == nil { write("%c") }
        default: write("%" + (String(decoding: [specifier], as: UTF8.self)))
        }
    }

    private static func number(_ value: JSON, whole: Bool) -> String {
        guard value["type"]?.stringValue == "number", let number = value["value"]?.doubleValue else {
            return RemoteValue.text(value)
        }
        return whole ? Int64(exactly: number.rounded(.down)).map(String.init) ?? "NaN" : RemoteValue.text(value)
    }

    private mutating func write(_ part: String) {
        guard !isTruncated else { return }
        let cut = TextLimits.cut(part, bytes: limit - text.utf8.count)
        text += cut.text
        isTruncated = cut.isTruncated
    }
}
