import JSON

/// The parameters and body fields of an operation, as the contract's HelpField lists.
struct HelpInputs: Sendable {
    private var parameters: [(place: String, field: JSON)] = []
    private var body: [JSON] = []

    init(_ operation: JSON, of document: JSON) {
        for parameter in operation["parameters"]?.arrayValue ?? [] {
            let parameter = Self.resolve(parameter, in: document)
            guard let name = parameter["name"]?.stringValue, let place = parameter["in"]?.stringValue else { continue }
            let isRequired = parameter["required"]?.boolValue ?? false
            let schema = Self.resolve(parameter["schema"] ?? [:], in: document)
            let description = parameter["description"]
            parameters.append((place, Self.field(name, schema, isRequired: isRequired, description: description)))
        }
        let content = operation["requestBody"]?["content"]?["application/json"]?["schema"]
        body = content.map { Self.fields($0, in: document) } ?? []
    }

    /// The fields of the first answer with a body.
    static func outputs(_ operation: JSON, of document: JSON) -> [JSON] {
        let success = operation["responses"]?.objectValue?.members.first { $0.name.hasPrefix("2") }?.value
        let schema = success.flatMap { resolve($0, in: document)["content"]?["application/json"]?["schema"] }
        return schema.map { fields($0, in: document) } ?? []
    }

    /// The contract's HelpInputs.
    var response: JSON {
        var response = JSONObject()
        if !body.isEmpty { response["body"] = ["fields": .array(body)] }
        for (name, place) in [("headers", "header"), ("path", "path"), ("query", "query")] {
            let fields = parameters.filter { $0.place == place }.map(\.field)
            if !fields.isEmpty { response[name] = .array(fields) }
        }
        return .object(response)
    }

    private static func fields(_ schema: JSON, in document: JSON) -> [JSON] {
        let schema = resolve(schema, in: document)
        let required = schema["required"]?.arrayValue ?? []
        let members = schema["properties"]?.objectValue?.members ?? []
        return members.map { name, property in
            let property = resolve(property, in: document)
            return field(
                name,
                property,
                isRequired: required.contains(.string(name)),
                description: property["description"]
            )
        }
    }

    private static func field(_ name: String, _ schema: JSON, isRequired: Bool, description: JSON?) -> JSON {
        var field: JSONObject = [
            "name": .string(name), "type": .string(type(of: schema)), "required": .bool(isRequired),
        ]
        field["description"] = description ?? schema["description"]
        field["values"] = schema["enum"] ?? schema["items"]?["enum"]
        return .object(field)
    }

    private static func type(of schema: JSON) -> String {
        if let type = schema["type"]?.stringValue { return type }
        if let types = schema["type"]?.arrayValue { return types.compactMap(\.stringValue).joined(separator: " or ") }
        return schema["const"] == nil && schema["enum"] == nil ? "any" : "string"
    }

    /// What a `$ref` into the same document points to.
    private static func resolve(_ schema: JSON, in document: JSON) -> JSON {
        guard let reference = schema["$ref"]?.stringValue else { return schema }
        return reference.split(separator: "/").dropFirst().reduce(document) { $0[String($1)] ?? [:] }
    }
}
