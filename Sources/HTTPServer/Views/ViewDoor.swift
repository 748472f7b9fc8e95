import API
import ControlPlane
import HTTPTypes
import Hummingbird
import Model

/// Opens what lies beneath `/view/{purpose}/{token}` to whoever brings the token of a lease with this purpose, and nothing
/// else of the API.
///
/// The token is the only credential: no cookie is read or set, so answers may be read from every origin, also from a frame
/// without one.
struct ViewDoor: Sendable {
    typealias Handler = @Sendable (Call, Lease) async throws -> Response

    let leases: Leases
    /// Who may put a viewer into a frame: the sources of `frame-ancestors` (CSP Level 3, section 6.4.2).
    let frameAncestors: [String]

    /// Registers a route of a viewer's data.
    /// - Parameter path: what follows the token, `/manifest`. Unless the handler says otherwise, nobody may keep the answer.
    func on(
        _ method: HTTPRequest.Method,
        _ path: String,
        for purpose: Lease.Purpose,
        in routes: inout Routes,
        _ handler: @escaping Handler
    ) {
        routes.on(method, Self.base(purpose) + path, access: .open) { call in
            do {
                return Self.dressed(try await handler(call, try await lease(of: call, for: purpose)))
            } catch {
                let error = ErrorTranslation.apiError(error, logger: call.context.logger)
                throw error.adding(headers: Self.headers.merging(["Cache-Control": "no-store"]) { $1 })
            }
        }
    }

    /// The lease whose token is in the path.
    /// - Throws: 404 `view.not_found`; 410 `view.expired`.
    func lease(of call: Call, for purpose: Lease.Purpose) async throws -> Lease {
        try await leases.open(call.parameter("token") ?? "", for: purpose)
    }

    static func base(_ purpose: Lease.Purpose) -> String { "/view/\(purpose.rawValue)/{token}" }

    /// What every answer beneath `/view` says.
    private static let headers = [
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    ]

    static func dressed(_ response: Response) -> Response {
        var response = response
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            response.headers[name] = value
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
