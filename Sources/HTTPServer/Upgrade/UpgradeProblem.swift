import API
import CDPProxy
import HTTPTypes
import JSON
import Model

/// What the gate answers by itself, before or instead of a route.
enum UpgradeProblem: Sendable, Equatable {
    case malformedRequest
    case headTooLarge
    case headTooSlow
    case notFirstRequest
    case badHandshake(String)
    case browser(SpliceError)

    private var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .badHandshake: .badRequest
        case .headTooLarge: .requestHeaderFieldsTooLarge
        case .headTooSlow: .requestTimeout
        case .notFirstRequest: .upgradeRequired
        case .browser(let error): error.code == .noSuchTarget ? .notFound : .badGateway
        }
    }

    private var error: APIError {
        switch self {
        case .malformedRequest: APIError(.requestInvalid, "The request is not valid HTTP/1.1.")
        case .headTooLarge:
            APIError(.requestTooLarge, "The request line, a header field or all of them together are too long.")
        case .headTooSlow: APIError(.requestInvalid, "The request's head did not arrive in time.")
        case .notFirstRequest:
            APIError(
                .requestInvalid,
                "A WebSocket must be the first request of its connection.",
                hint: "Open a new connection for it. A proxy in front must not reuse connections for these paths."
            )
        case .badHandshake(let reason): APIError(.requestInvalid, "The WebSocket handshake is not valid: \(reason).")
        case .browser(let error) where error.code == .noSuchTarget:
            APIError(.targetNotFound, "The browser has no target of this id.")
        case .browser(let error):
            APIError(.hostUnavailable, "The browser cannot be reached: \(error.message).")
        }
    }

    /// The contract's error body, under a new request id.
    var refusal: UpgradeRefusal {
        let requestID = UUIDv7().description
        var headers: HTTPFields = [:]
        if let name = HTTPField.Name("x-request-id") { headers[name] = requestID }
        if status == .upgradeRequired { headers[.upgrade] = "websocket" }
        return UpgradeRefusal(status: status, body: Array(error.body(requestID: requestID).text.utf8), headers: headers)
    }
}
