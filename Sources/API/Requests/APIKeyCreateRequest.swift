import JSON
public import Model

/// The body of `api-keys.create`.
public struct APIKeyCreateRequest: Sendable, Equatable {
    public let name: String?
    /// Nil: the key never expires.
    public let expiresAt: Timestamp?

    /// A name has 1 to 120 characters.
    public static let nameLength = 1...120

    public init(_ reader: ObjectReader, now: Timestamp = .now) throws(APIError) {
        name = try reader.text("name", length: Self.nameLength)
        _ = try reader.choices("scopes", count: 10) as [Scope]?
        guard try reader.text("subaccountId", length: 1...255) == nil else {
            throw APIError(.subaccountNotFound, "There is no such subaccount.", details: ["field": "subaccountId"])
        }
        expiresAt = try Self.expiry(reader, now: now)
    }

    private enum Scope: String, CaseIterable { case all = "*" }

    private static func expiry(_ reader: ObjectReader, now: Timestamp) throws(APIError) -> Timestamp? {
        guard !reader.isNull("expiresAt"), let text = try reader.text("expiresAt", length: 1...64) else { return nil }
        guard let expiry = Timestamp(rfc3339: text) else {
            throw reader.invalid("expiresAt", "must be a date-time such as `2030-01-31T12:00:00Z`.")
        }
        guard expiry > now else { throw reader.invalid("expiresAt", "must lie in the future.") }
        return expiry
    }
}
