import JSON

/// The body of `runs.files.export`. Everything is optional.
public struct RunExportRequest: Sendable, Equatable {
    /// Ends in `.zip`: one without it gets it.
    public let name: String
    /// Empty: all types.
    public let types: Set<String>
    /// `events`, `activity`, `recording`. Ours, not the contract's.
    public let include: Set<String>
    /// The key of a client that cannot set the header (the Python client of the day).
    public let idempotencyKey: String?

    public static let defaultName = "run-files.zip"

    /// - Parameter parts: what ``include`` may name.
    public init(_ reader: ObjectReader, parts: [String]) throws(APIError) {
        name = try Self.name(reader)
        let outer = try Self.texts(reader, "type")
        let inner = try reader.reader("filter").map { filter throws(APIError) in try Self.texts(filter, "type") } ?? []
        types = Set(outer + inner)
        include = Set(try Self.texts(reader, "include"))
        guard include.isSubset(of: parts) else {
            let list = parts.map { "`\($0)`" }.joined(separator: ", ")
            throw reader.invalid("include", "may name \(list).")
        }
        let format = try reader.text("format", length: 1...64)
        guard format == nil || format == "zip" else { throw reader.invalid("format", "must be `zip`.") }
        idempotencyKey = try reader.text("idempotencyKey", length: 1...200)
    }

    private static func name(_ reader: ObjectReader) throws(APIError) -> String {
        guard let name = try reader.text("name", length: 1...255) else { return defaultName }
        guard !name.contains("/"), !name.contains("\\") else { throw reader.invalid("name", "must not have a slash.") }
        return name.lowercased().hasSuffix(".zip") ? name : "\(name).zip"
    }

    /// A list of texts, or one text with commas between them.
    private static func texts(_ reader: ObjectReader, _ name: String) throws(APIError) -> [String] {
        guard reader.has(name) else { return [] }
        guard reader.object[name]?.stringValue != nil else {
            return try reader.texts(name, count: 50, length: 1...64) ?? []
        }
        let text = try reader.text(name, length: 1...4096) ?? ""
        let texts = text.split(separator: ",").map(String.init)
        guard texts.allSatisfy({ $0.unicodeScalars.count <= 64 }) else {
            throw reader.invalid(name, "must have texts of 1 to 64 characters.")
        }
        return texts
    }
}
