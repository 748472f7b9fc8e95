/// The parameters of `form-data; name="..."; filename="..."` (RFC 7578, section 4.2).
///
/// Browsers write `"` as `%22` and line ends as `%0D%0A` (HTML, section 4.10.21.8); older senders write `\"`.
struct DispositionReader {
    private var parameters: [String: String] = [:]

    /// Nil when it is not so shaped, or names a parameter twice.
    init?(_ text: String) {
        var rest = Substring(text)
        let kind = rest.prefix { $0 != ";" && $0 != " " }
        guard kind.lowercased() == "form-data" else { return nil }
        rest = rest.dropFirst(kind.count)
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            if rest.isEmpty { return }
            guard rest.popFirst() == ";" else { return nil }
            rest = rest.drop { $0 == " " || $0 == "\t" }
            if rest.isEmpty { return }
            guard let (name, value) = Self.parameter(&rest), parameters[name] == nil else { return nil }
            parameters[name] = value
        }
    }

    subscript(name: String) -> String? { parameters[name] }

    private static func parameter(_ rest: inout Substring) -> (name: String, value: String)? {
        guard let equals = rest.firstIndex(of: "=") else { return nil }
        let name = rest[..<equals].lowercased()
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3B }) else {
            return nil
        }
        rest = rest[rest.index(after: equals)...]
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
            rest = rest[value.endIndex...]
            return value.isEmpty ? nil : (name, String(value))
        }
        rest = rest.dropFirst()
        guard let value = quoted(&rest) else { return nil }
        return (name, value)
    }

    /// Up to the closing quote, which is taken too. By code points: a letter joined to the quote must not hide it.
    private static func quoted(_ rest: inout Substring) -> String? {
        var value = String.UnicodeScalarView()
        var scalars = rest.unicodeScalars
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"":
                rest = Substring(scalars)
                return unescaped(String(value))
            case "\\" where scalars.first == "\"" || scalars.first == "\\":
                if let next = scalars.popFirst() { value.append(next) }
            default: value.append(scalar)
            }
        }
        return nil
    }

    private static func unescaped(_ text: String) -> String {
        var rest = Substring(text)
        var result = ""
        while let percent = rest.firstIndex(of: "%") {
            result += rest[..<percent]
            let escape = rest[percent...].prefix(3)
            let characters = ["%22": "\"", "%0D": "\r", "%0A": "\n", "%0d": "\r", "%0a": "\n"]
            let character = characters[String(escape)]
            result += character ?? "%"
            rest = rest[percent...].dropFirst(character == nil ? 1 : 3)
        }
        return result + rest
    }
}
