import JSON

/// What the OpenAPI document says about one operation, in the shape of the contract's help.
struct HelpTopic: Sendable {
    private let name: String
    private let method: String
    private let path: String
    private let summary: String
    private let description: String?
    private let inputs: HelpInputs
    private let outputs: [JSON]

    /// Nil for a member of a path that is no operation.
    init?(method: String, path: String, operation: JSON, of document: JSON) {
        guard let name = operation["operationId"]?.stringValue else { return nil }
        self.name = name
        self.method = method.uppercased()
        self.path = path
        summary = operation["summary"]?.stringValue ?? name
        description = operation["description"]?.stringValue
        inputs = HelpInputs(operation, of: document)
        outputs = HelpInputs.outputs(operation, of: document)
    }

    private var aliases: [String] {
        [name.split(separator: ".").joined(separator: " "), "\(method) \(path)"]
    }

    func answers(to text: String) -> Bool {
        let text = text.lowercased()
        return name.lowercased() == text || aliases.contains { $0.lowercased() == text }
    }

    /// The contract's HelpTopic.
    var entry: JSON {
        [
            "topic": .string(name),
            "title": .string(summary),
            "summary": .string(summary),
            "audiences": ["api", "sdk"],
            "operationId": .string(name),
            "method": .string(method),
            "path": .string(path),
            "aliases": .array(aliases.map(JSON.string)),
        ]
    }

    /// The contract's HelpTopicResponse.
    func response(_ audience: String?) -> JSON {
        var body: JSONObject = [
            "type": "topic",
            "topic": .string(name),
            "title": .string(summary),
            "summary": .string(description ?? summary),
            "aliases": .array(aliases.map(JSON.string)),
            "api": ["method": .string(method), "path": .string(path), "operationId": .string(name)],
            "inputs": inputs.response,
        ]
        if let audience { body["audience"] = .string(audience) }
        if !outputs.isEmpty { body["output"] = ["fields": .array(outputs)] }
        return .object(body)
    }
}
