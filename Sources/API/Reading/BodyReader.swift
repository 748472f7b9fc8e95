import JSON

/// Reads the bytes of a request body into an object.
public enum BodyReader {
    /// A body without bytes counts as `{}`, as some clients send none where all members are optional.
    /// - Throws: ``APIError`` 400 `request.invalid` for bytes that are not UTF-8, not JSON (with the offset) or no object.
    public static func object(_ bytes: [UInt8]) throws(APIError) -> ObjectReader {
        guard !bytes.isEmpty else { return ObjectReader([:]) }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw APIError(.requestInvalid, "The body is not UTF-8 text.")
        }
        let value: JSON
        do {
            value = try JSON.parse(bytes)
        } catch {
            throw APIError(
                .requestInvalid,
                "The body is not JSON: \(error.reason) at byte \(error.offset).",
                details: ["offset": .integer(Int64(error.offset))]
            )
        }
        guard case .object(let object) = value else {
            throw APIError(.requestInvalid, "The body must be a JSON object.")
        }
        return ObjectReader(object)
    }
}
