import JSON

/// Checks an environment or a patch of one, and keeps only its known members.
struct EnvironmentChecker {
    let allowsNull: Bool

    private static let maximumEntries = 1000
    private static let textLength = 1...255

    func environment(_ reader: ObjectReader) throws(APIError) -> JSONObject {
        var known = JSONObject()
        try copy("storage", of: reader, to: &known) { value throws(APIError) in try storage(value) }
        try copy("vault", of: reader, to: &known) { value throws(APIError) in try vault(value) }
        try copy("ai", of: reader, to: &known) { value throws(APIError) in try ai(value) }
        return known
    }

    private func storage(_ reader: ObjectReader) throws(APIError) -> JSONObject {
        guard let namespace = try reader.text("namespace", length: Self.textLength) else {
            throw reader.missing("namespace")
        }
        return ["namespace": .string(namespace)]
    }

    private func vault(_ reader: ObjectReader) throws(APIError) -> JSONObject {
        var known = JSONObject()
        for name in ["allow", "deny"] {
            known[name] = try texts(name, of: reader)
        }
        known["allowRawReads"] = try reader.bool("allowRawReads").map(JSON.bool)
        return known
    }

    private func ai(_ reader: ObjectReader) throws(APIError) -> JSONObject {
        var known = JSONObject()
        known["credentialIds"] =
            allowsNull && reader.isNull("credentialIds") ? .null : try texts("credentialIds", of: reader)
        try copy("defaults", of: reader, to: &known) { value throws(APIError) in try defaults(value) }
        return known
    }

    private func defaults(_ reader: ObjectReader) throws(APIError) -> JSONObject {
        var known = JSONObject()
        for name in ["browserUse", "stagehand"] {
            if allowsNull && reader.isNull(name) {
                known[name] = .null
            } else if reader.object[name]?.objectValue != nil {
                known[name] = try selection(name, of: reader)
            } else {
                known[name] = try reader.text(name, length: Self.textLength).map(JSON.string)
            }
        }
        return known
    }

    /// A model selection, stored as given; it names a credential and never holds a key.
    private func selection(_ name: String, of reader: ObjectReader) throws(APIError) -> JSON? {
        guard let selection = try reader.reader(name) else { return nil }
        guard try selection.text("model", length: Self.textLength) != nil else { throw selection.missing("model") }
        if let auth = selection.object["auth"]?.objectValue, auth["apiKey"] != nil {
            throw selection.invalid("auth.apiKey", "cannot be stored here: save it as a credential and name that.")
        }
        return .object(selection.object)
    }

    private func texts(_ name: String, of reader: ObjectReader) throws(APIError) -> JSON? {
        try reader.texts(name, count: Self.maximumEntries, length: Self.textLength).map { .array($0.map(JSON.string)) }
    }

    private func copy(
        _ name: String,
        of reader: ObjectReader,
        to known: inout JSONObject,
        _ check: (ObjectReader) throws(APIError) -> JSONObject
    ) throws(APIError) {
        if allowsNull && reader.isNull(name) {
            known[name] = .null
        } else if let inner = try reader.reader(name) {
            known[name] = .object(try check(inner))
        }
    }
}
