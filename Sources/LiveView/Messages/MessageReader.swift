import JSON

/// Typed access to the members of a viewer's message. A missing one and `null` are alike.
struct MessageReader {
    let json: JSON

    init(_ json: JSON) { self.json = json }

    func text(_ name: String, most: Int) throws(Refusal) -> String {
        guard let text = try optionalText(name, most: most) else { throw missing(name) }
        return text
    }

    func optionalText(_ name: String, most: Int) throws(Refusal) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.stringValue, text.utf8.count <= most else {
            throw Refusal(.invalid, "`\(name)` must be a text of at most \(most) bytes.")
        }
        return text
    }

    func texts(_ name: String, most: Int) throws(Refusal) -> [String] {
        guard let values = value(name)?.arrayValue, values.count <= 100 else {
            throw Refusal(.invalid, "`\(name)` must be a list of at most 100 texts.")
        }
        let texts = values.compactMap(\.stringValue).filter { $0.utf8.count <= most }
        guard texts.count == values.count else { throw Refusal(.invalid, "`\(name)` must be a list of texts.") }
        return texts
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard let integer = try optionalInteger(name, in: range) else { throw missing(name) }
        return integer
    }

    func optionalInteger(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.doubleValue, let integer = Int(exactly: number), range.contains(integer) else {
            throw Refusal(.invalid, "`\(name)` must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return integer
    }

    func integers(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> [Int] {
        guard let values = value(name)?.arrayValue, values.count <= 10_000 else {
            throw Refusal(.invalid, "`\(name)` must be a list of numbers.")
        }
        let integers = values.compactMap { $0.doubleValue.flatMap(Int.init(exactly:)) }.filter(range.contains)
        guard integers.count == values.count else {
            throw Refusal(.invalid, "`\(name)` must be whole numbers from \(range.lowerBound) to \(range.upperBound).")
        }
        return integers
    }

    /// A finite number within ±100,000.
    func number(_ name: String, or fallback: Double? = nil) throws(Refusal) -> Double {
        guard let value = value(name) else {
            guard let fallback else { throw missing(name) }
            return fallback
        }
        guard let number = value.doubleValue, abs(number) <= 100_000 else {
            throw Refusal(.invalid, "`\(name)` must be a number from -100000 to 100000.")
        }
        return number
    }

    func bool(_ name: String) throws(Refusal) -> Bool {
        guard let bool = try optionalBool(name) else { throw missing(name) }
        return bool
    }

    func optionalBool(_ name: String) throws(Refusal) -> Bool? {
        guard let value = value(name) else { return nil }
        guard let bool = value.boolValue else { throw Refusal(.invalid, "`\(name)` must be true or false.") }
        return bool
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        or fallback: Choice? = nil
    ) throws(Refusal) -> Choice {
        guard let value = value(name) else {
            guard let fallback else { throw missing(name) }
            return fallback
        }
        guard let choice = value.stringValue.flatMap(Choice.init(rawValue:)) else {
            let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.invalid, "`\(name)` must be one of \(all).")
        }
        return choice
    }

    private func value(_ name: String) -> JSON? {
        guard let value = json[name], !value.isNull else { return nil }
        return value
    }

    private func missing(_ name: String) -> Refusal { Refusal(.invalid, "`\(name)` is required.") }
}
