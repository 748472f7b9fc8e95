public import JSON

/// An error as a caller gets it: the contract's ErrorResponse and what goes with it into the headers.
public struct APIError: Error, Sendable, Equatable {
    public let code: ErrorCode
    /// A sentence that says what is wrong and what is allowed. Never holds secrets.
    public let message: String
    public let hint: String?
    public let details: JSONObject
    /// Header fields that the status asks for, such as `Allow` (RFC 9110, section 15.5.6).
    public let headers: [String: String]

    /// - Parameter hint: Nil takes the code's own hint.
    public init(
        _ code: ErrorCode,
        _ message: String,
        hint: String? = nil,
        details: JSONObject = [:],
        headers: [String: String] = [:]
    ) {
        self.code = code
        self.message = message
        self.hint = hint ?? code.hint
        self.details = details
        self.headers = headers
    }

    /// A 400 about one field, whose name goes into `details.field`.
    public static func invalid(_ field: String, _ message: String) -> APIError {
        APIError(.requestInvalid, "`\(field)` \(message)", details: ["field": .string(field)])
    }

    /// The same error with more header fields.
    public func adding(headers more: [String: String]) -> APIError {
        let headers = headers.merging(more) { $1 }
        return APIError(code, message, hint: hint, details: details, headers: headers)
    }

    /// The contract's error body: `error`, `code`, `reasonClass`, `requestId`, and `hint`, `details` where there are any.
    public func body(requestID: String) -> JSON {
        var body: JSONObject = [
            "error": .string(message),
            "code": .string(code.rawValue),
            "reasonClass": .string(code.reasonClass.rawValue),
            "requestId": .string(requestID),
        ]
        if let hint { body["hint"] = .string(hint) }
        if !details.isEmpty { body["details"] = .object(details) }
        return .object(body)
    }
}
