public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// A key, without its secret.
    public struct APIKey: Resource, Identifiable {
        public let id: APIKeyID
        public let name: String?
        /// How the secret begins.
        public let prefix: String
        public let createdAt: Date
        public let expiresAt: Date?
        public let lastUsedAt: Date?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            name = fields.optionalText("name")
            prefix = fields.optionalText("keyPrefix") ?? ""
            createdAt = try fields.date("createdAt")
            expiresAt = fields.optionalDate("expiresAt")
            lastUsedAt = fields.optionalDate("lastUsedAt")
            json = fields.object
        }
    }

    /// A new key and its secret, which is shown this once.
    public struct CreatedAPIKey: Resource {
        public let key: APIKey
        public let secret: String
        public let json: JSONObject

        init(_ fields: Fields) throws {
            key = try APIKey(Fields(.object(fields.object("data") ?? [:]), "key"))
            secret = try fields.text("secret")
            json = fields.object
        }
    }

    /// Keys to the API.
    public struct APIKeys: Sendable {
        let transport: Transport

        /// - Parameter expiresAt: nil: it does not lapse.
        public func create(name: String? = nil, expiresAt: Date? = nil) async throws -> CreatedAPIKey {
            var body = JSONObject()
            body["name"] = name.map(JSON.string)
            body["expiresAt"] = expiresAt.map {
                .string($0.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            }
            let answer = try await transport.call(.post, "api-keys", body: .object(body))
            return try CreatedAPIKey(Fields(answer, "key"))
        }

        /// One page of keys, newest first.
        public func list(cursor: String? = nil, limit: Int? = nil) async throws -> Page<APIKey> {
            try await transport.page("key", ["api-keys"], query: [:], cursor: cursor, limit: limit)
        }

        /// All keys, newest first, page by page.
        public func all() -> Pages<APIKey> { transport.pages("key", ["api-keys"], query: [:]) }

        /// Revokes a key at once.
        public func delete(_ id: APIKeyID) async throws {
            _ = try await transport.call(.delete, "api-keys", id.rawValue)
        }
    }

    /// Who the key is.
    public struct Identity: Resource {
        public let keyID: String
        public let organizationID: String
        public let email: String?
        public let defaultSpaceID: SpaceID?
        /// `organization` or `subaccount`.
        public let scope: String
        public let json: JSONObject

        init(_ fields: Fields) throws {
            keyID = try fields.text("keyId")
            organizationID = fields.optionalText("organizationId") ?? ""
            email = fields.optionalText("email")
            defaultSpaceID = fields.optionalID("defaultSpaceId")
            scope = fields.optionalText("scope") ?? "organization"
            json = fields.object
        }
    }

    /// Who the caller is.
    public struct Auth: Sendable {
        let transport: Transport

        /// Whose key this is. The cheapest way to see whether address and key are right.
        public func whoami() async throws -> Identity {
            try Identity(Fields(try await transport.call(.get, "auth", "whoami"), "identity"))
        }
    }
}
