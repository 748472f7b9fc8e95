/// The header `Idempotency-Key` of a request that must not run twice.
public struct IdempotencyKey: Sendable, Equatable {
    public let text: String

    public static let length = 1...200

    /// - Throws: 400 for a key that is empty or too long.
    public init(_ text: String) throws(APIError) {
        guard Self.length.contains(text.unicodeScalars.count) else {
            throw .invalid("Idempotency-Key", "must have 1 to 200 characters.")
        }
        self.text = text
    }
}
