public import JSON
public import Model

/// Paths and names of files, wherever they stand in a request.
public enum FileFields {
    /// - Throws: 400 with `code` and what is wrong.
    public static func path(_ text: String, _ field: String, or code: ErrorCode) throws(APIError) -> FilePath {
        do throws(FileNameProblem) {
            return try FilePath(text)
        } catch {
            throw APIError(code, "`\(field)` \(error.reason).", details: ["field": .string(field)])
        }
    }

    public static func name(_ text: String, _ field: String, or code: ErrorCode) throws(APIError) -> FileName {
        do throws(FileNameProblem) {
            return try FileName(text)
        } catch {
            throw APIError(code, "`\(field)` \(error.reason).", details: ["field": .string(field)])
        }
    }

    /// A JSON object as text, as forms carry it.
    public static func metadata(_ text: String) throws(APIError) -> JSONObject {
        guard let object = (try? JSON.parse(text))?.objectValue else {
            throw .invalid("metadata", "must be a JSON object as text.")
        }
        return try bounded(object)
    }

    static func bounded(_ metadata: JSONObject) throws(APIError) -> JSONObject {
        let limit = RuntimeCreateRequest.maximumMetadataBytes
        guard JSON.object(metadata).bytes.count <= limit else {
            throw .invalid("metadata", "may have at most \(limit) bytes as JSON.")
        }
        return metadata
    }
}

extension ObjectReader {
    func path(_ name: String, or code: ErrorCode) throws(APIError) -> FilePath? {
        guard let value = object[name] else { return nil }
        guard let text = value.stringValue else { throw invalid(name, "must be a string.") }
        return try FileFields.path(text, field(name), or: code)
    }

    func fileName(_ name: String, or code: ErrorCode = .storagePathInvalid) throws(APIError) -> FileName? {
        guard let value = object[name] else { return nil }
        guard let text = value.stringValue else { throw invalid(name, "must be a string.") }
        return try FileFields.name(text, field(name), or: code)
    }

    func metadata() throws(APIError) -> JSONObject? {
        try reader("metadata").map { reader throws(APIError) in try FileFields.bounded(reader.object) }
    }
}
