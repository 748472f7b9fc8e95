import JSON

extension ObjectReader {
    /// Text of a bounded length, counted in code points, without control characters (U+0000 to U+001F, U+007F).
    public func text(_ name: String, length: ClosedRange<Int>) throws(APIError) -> String? {
        guard let value = object[name] else { return nil }
        guard let text = value.stringValue else { throw invalid(name, "must be a string.") }
        try check(text, as: name, length: length)
        return text
    }

    /// One of the raw values of an enum; `aliases` are older names that are still understood.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        aliases: [String: Choice] = [:]
    ) throws(APIError) -> Choice? {
        guard let value = object[name] else { return nil }
        guard let choice = value.stringValue.flatMap({ Choice(rawValue: $0) ?? aliases[$0] }) else {
            throw invalid(name, "must be one of \(Choice.list).")
        }
        return choice
    }

    /// A list of at most `count` texts.
    public func texts(_ name: String, count: Int, length: ClosedRange<Int>) throws(APIError) -> [String]? {
        guard let elements = try list(name, count: count) else { return nil }
        var texts: [String] = []
        for (index, element) in elements.enumerated() {
            guard let text = element.stringValue else { throw invalid("\(name)[\(index)]", "must be a string.") }
            try check(text, as: "\(name)[\(index)]", length: length)
            texts.append(text)
        }
        return texts
    }

    public func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        count: Int
    ) throws(APIError) -> [Choice]? {
        guard let elements = try list(name, count: count) else { return nil }
        var choices: [Choice] = []
        for (index, element) in elements.enumerated() {
            guard let choice = element.stringValue.flatMap(Choice.init(rawValue:)) else {
                throw invalid("\(name)[\(index)]", "must be one of \(Choice.list).")
            }
            choices.append(choice)
        }
        return choices
    }

    private func list(_ name: String, count: Int) throws(APIError) -> [JSON]? {
        guard let value = object[name] else { return nil }
        guard let elements = value.arrayValue else { throw invalid(name, "must be a list.") }
        guard elements.count <= count else { throw invalid(name, "may have at most \(count) elements.") }
        return elements
    }

    private func check(_ text: String, as name: String, length: ClosedRange<Int>) throws(APIError) {
        guard length.contains(text.unicodeScalars.count) else {
            throw invalid(name, "must have \(length.lowerBound) to \(length.upperBound) characters.")
        }
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw invalid(name, "must not have control characters.")
        }
    }
}

extension CaseIterable where Self: RawRepresentable<String> {
    /// All raw values, for a message.
    static var list: String { allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") }
}
