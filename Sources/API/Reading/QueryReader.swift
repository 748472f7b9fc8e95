/// Typed access to the parameters of a query. Every refusal is a 400 that names the parameter.
///
/// Parameters that nobody reads are ignored. A list may be repeated (`type=a&type=b`), comma-joined (`type=a,b`) or both.
public struct QueryReader: Sendable {
    private let parameters: [(name: String, value: String)]

    /// - Parameter query: The raw text after `?`.
    /// - Throws: 400 for an escape that is wrong or is not UTF-8.
    public init(_ query: String?) throws(APIError) {
        var parameters: [(name: String, value: String)] = []
        for part in (query ?? "").split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentDecoding.decode(pair[0], plusIsBlank: true),
                let value = PercentDecoding.decode(pair.count > 1 ? pair[1] : "", plusIsBlank: true)
            else { throw APIError(.requestInvalid, "The query has a percent escape that is wrong or is not UTF-8.") }
            parameters.append((name, value))
        }
        self.parameters = parameters
    }

    /// The value of a parameter. - Throws: 400 when it is given more than once.
    public func text(_ name: String) throws(APIError) -> String? {
        let values = parameters.filter { $0.name == name }
        guard values.count <= 1 else { throw .invalid(name, "must be given once.") }
        return values.first?.value
    }

    /// A value of 1 to 255 characters.
    public func label(_ name: String) throws(APIError) -> String? {
        guard let text = try text(name) else { return nil }
        guard (1...255).contains(text.unicodeScalars.count) else {
            throw .invalid(name, "must have 1 to 255 characters.")
        }
        return text
    }

    /// All values of a list parameter, in their order.
    public func texts(_ name: String) -> [String] {
        parameters.filter { $0.name == name }.flatMap {
            $0.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// `true` or `false` in any case, as Python's client writes `True`.
    public func bool(_ name: String) throws(APIError) -> Bool? {
        switch try text(name)?.lowercased() {
        case nil: nil
        case "true": true
        case "false": false
        default: throw .invalid(name, "must be `true` or `false`.")
        }
    }

    public func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(APIError) -> Choice? {
        guard let text = try text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else { throw .invalid(name, "must be one of \(Choice.list).") }
        return choice
    }

    /// - Parameter aliases: Older names that are still understood.
    public func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
        _ name: String,
        aliases: [String: Choice] = [:]
    ) throws(APIError) -> Set<Choice> {
        var choices: Set<Choice> = []
        for text in texts(name) {
            guard let choice = Choice(rawValue: text) ?? aliases[text] else {
                throw .invalid(name, "must be one of \(Choice.list).")
            }
            choices.insert(choice)
        }
        return choices
    }
}
