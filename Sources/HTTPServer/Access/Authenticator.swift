import API
import ControlPlane
import HTTPTypes
import Hummingbird
import Model

/// Who a request comes from.
struct Authenticator: Sendable {
    let keys: Keys

    /// The key of the header `Authorization: Bearer KEY` (RFC 6750, section 2.1).
    /// - Throws: 401 `auth.required` when it is missing, unknown or lapsed; 404 for a subaccount, of which there are none.
    func key(of request: Request) async throws -> APIKey {
        guard let key = try await presentedKey(request) else {
            throw APIError(
                .authRequired,
                "The API key is missing or not valid.",
                headers: ["WWW-Authenticate": "Bearer"]
            )
        }
        if let subaccount = request.headers[.subaccount], !subaccount.isEmpty {
            throw APIError(.subaccountNotFound, "There is no such subaccount.")
        }
        return key
    }

    private func presentedKey(_ request: Request) async throws -> APIKey? {
        guard let header = request.headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return try await keys.authenticate(String(parts[1]))
    }
}
