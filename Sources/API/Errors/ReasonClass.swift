/// The kind of an error, for callers that do not know its code.
public enum ReasonClass: String, Sendable, CaseIterable {
    case invalidInput = "invalid_input"
    case unauthorized
    case capabilityDenied = "capability_denied"
    case capabilityLimitExceeded = "capability_limit_exceeded"
    case rateLimited = "rate_limited"
    case notFound = "not_found"
    case conflict
    case upstream
    case server

    /// The one class that belongs to an HTTP status.
    public init(status: Int) {
        switch status {
        case 401: self = .unauthorized
        case 402: self = .capabilityLimitExceeded
        case 403: self = .capabilityDenied
        case 404, 410: self = .notFound
        case 409: self = .conflict
        case 429: self = .rateLimited
        case 400..<500: self = .invalidInput
        case 502, 503, 504: self = .upstream
        default: self = .server
        }
    }
}
