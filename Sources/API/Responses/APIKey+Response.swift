public import JSON
public import Model

extension APIKey {
    /// The contract's ApiKey.
    public var response: JSON {
        [
            "id": .id(id),
            "name": .text(name),
            "type": "organization",
            "subaccountId": nil,
            "keyPrefix": .string(prefix),
            "scopes": ["*"],
            "usageCount": .integer(usageCount),
            "lastUsedAt": .time(lastUsedAt),
            "expiresAt": .time(expiresAt),
            "createdAt": .time(createdAt),
            "updatedAt": .time(createdAt),
        ]
    }

    /// The answer of `api-keys.create`, the only one that shows the secret.
    public func created(secret: String) -> JSON { ["data": response, "secret": .string(secret)] }

    /// The contract's AuthWhoamiResponse: exactly its members, as the published CLI refuses any other.
    public func whoami(defaultSpace: SpaceID?) -> JSON {
        let scope: JSONObject = [
            "scope": "organization",
            "organizationId": .string(Self.organizationID),
            "subaccountId": nil,
            "defaultSpaceId": .id(defaultSpace),
        ]
        var body = scope
        body["email"] = .null
        body["effectiveScope"] = .object(scope)
        body["keyId"] = .id(id)
        body["plan"] = "enterprise"
        return .object(body)
    }

    /// A server has one organization, which is its operator.
    public static let organizationID = "org_local"
}
