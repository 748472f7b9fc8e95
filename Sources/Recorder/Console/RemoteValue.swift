import JSON

/// Texts of CDP `Runtime.RemoteObject` and its previews, as DevTools shows them.
enum RemoteValue {
    /// A value as an argument of its own: strings as they are, objects by their preview.
    static func text(_ value: JSON) -> String {
        if value["type"]?.stringValue == "string" { return value["value"]?.stringValue ?? "" }
        if let subtype = value["subtype"]?.stringValue, described.contains(subtype) {
            return value["description"]?.stringValue ?? subtype
        }
        if let preview = value["preview"] { return self.preview(preview) }
        if value["type"]?.stringValue == "function" { return function(value["description"]?.stringValue ?? "") }
        return plain(value)
    }

    /// Kinds of objects whose description says it all.
    private static let described: Set<String> = ["error", "date", "regexp", "node", "null"]

    private static func plain(_ value: JSON) -> String {
        if value["subtype"]?.stringValue == "null" { return "null" }
        if let text = value["unserializableValue"]?.stringValue ?? value["description"]?.stringValue { return text }
        switch value["value"] {
        case .bool(let flag): return flag ? "true" : "false"
        case .string(let text): return text
        case .integer(let number): return String(number)
        case .number(let number): return String(number)
        default: return value["type"]?.stringValue ?? "undefined"
        }
    }

    private static func function(_ source: String) -> String {
        source.hasPrefix("function ") ? "ƒ " + source.dropFirst(9) : source.hasPrefix("class ") ? source : "ƒ " + source
    }

    /// CDP `Runtime.ObjectPreview`: `{a: 1, b: {…}}`, `(3) [1, 'two', {…}]`, `Map(1) {'a' => 1}`.
    static func preview(_ preview: JSON) -> String {
        let description = preview["description"]?.stringValue ?? ""
        let subtype = preview["subtype"]?.stringValue
        if let subtype, described.contains(subtype) { return description }
        let isArray = subtype == "array" || subtype == "typedarray"
        var parts = isArray ? elements(preview) : members(preview)
        if let entries = preview["entries"]?.arrayValue { parts = entries.map(entry) }
        if preview["overflow"]?.boolValue == true { parts.append("…") }
        let inside = parts.joined(separator: ", ")
        guard isArray else { return (description == "Object" ? "" : description + " ") + "{" + inside + "}" }
        return arrayName(description) + "[" + inside + "]"
    }

    /// `Array(3)` is `(3) `, `Array(1)` nothing, `Uint8Array(3)` stays.
    private static func arrayName(_ description: String) -> String {
        guard description.hasPrefix("Array(") else { return description + " " }
        return description == "Array(1)" || description == "Array(0)" ? "" : description.dropFirst(5) + " "
    }

    /// The elements in their order, with the holes between them, and what else the array holds by its name.
    private static func elements(_ preview: JSON) -> [String] {
        var parts: [String] = []
        var next = 0
        for property in preview["properties"]?.arrayValue ?? [] {
            let name = property["name"]?.stringValue ?? ""
            guard let index = arrayIndex(name) else {
                parts.append("\(name): \(self.property(property))")
                continue
            }
            if index > next { parts.append(index == next + 1 ? "empty" : "empty × \(index - next)") }
            parts.append(self.property(property))
            next = index + 1
        }
        return parts
    }

    /// What ECMAScript calls an array index; anything else, however much it looks like a number, is a name.
    private static func arrayIndex(_ name: String) -> Int? {
        guard let index = UInt32(name), "\(index)" == name else { return nil }
        return Int(index)
    }

    private static func members(_ preview: JSON) -> [String] {
        (preview["properties"]?.arrayValue ?? []).map { property in
            let name = property["name"]?.stringValue ?? ""
            return "\(name.hasPrefix("[[") ? "<\(name.dropFirst(2).dropLast(2))>" : name): \(self.property(property))"
        }
    }

    private static func entry(_ entry: JSON) -> String {
        let value = entry["value"].map(nested) ?? ""
        return entry["key"].map { "\(nested($0)) => \(value)" } ?? value
    }

    /// A value inside a preview: a preview of its own, or a string with its quotes.
    private static func nested(_ preview: JSON) -> String {
        switch preview["type"]?.stringValue {
        case "string": quoted(preview["description"]?.stringValue ?? "")
        case "object": self.preview(preview)
        default: preview["description"]?.stringValue ?? ""
        }
    }

    /// CDP `Runtime.PropertyPreview`.
    private static func property(_ property: JSON) -> String {
        if let preview = property["valuePreview"] { return self.preview(preview) }
        let value = property["value"]?.stringValue ?? ""
        switch property["type"]?.stringValue {
        case "string": return quoted(value)
        case "function": return "ƒ"
        case "accessor": return "(...)"
        case "object": return value == "Object" ? "{…}" : value
        default: return value
        }
    }

    private static func quoted(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "'")) ? "\"\(text)\"" : "'\(text)'"
    }
}
