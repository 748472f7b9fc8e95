public import JSON

/// Why a call failed: a sentence that says what to do, and what a program needs to decide.
///
/// ```swift
/// do { try await martlet.runtimes.delete(id) } catch let error as MartletError where error.kind == .conflict { … }
/// ```
public struct MartletError: Error, Sendable, CustomStringConvertible {
    /// What failed, by the answer's status or by how far the call came.
    public let kind: Kind
    /// A sentence for people.
    public let message: String
    /// The HTTP status; nil when there was no answer.
    public let status: Int?
    /// The server's code, which never changes its meaning (`runtime.not_found`); see the list of errors in its documentation.
    public let code: String?
    /// The server's class of reasons: `invalid_input`, `not_found`, ...
    public let reasonClass: String?
    /// Names the request in the server's log.
    public let requestID: String?
    /// What the server advises.
    public let hint: String?
    /// What it was about: `field`, `runtimeId`, ...
    public let details: JSONObject
    /// How long the server asks to wait before the next try.
    public let retryAfter: Duration?
    /// What lies beneath, for logs.
    public let cause: (any Error)?

    public init(
        _ kind: Kind,
        _ message: String,
        status: Int? = nil,
        code: String? = nil,
        reasonClass: String? = nil,
        requestID: String? = nil,
        hint: String? = nil,
        details: JSONObject = [:],
        retryAfter: Duration? = nil,
        cause: (any Error)? = nil
    ) {
        self.kind = kind
        self.message = message
        self.status = status
        self.code = code
        self.reasonClass = reasonClass
        self.requestID = requestID
        self.hint = hint
        self.details = details
        self.retryAfter = retryAfter
        self.cause = cause
    }

    /// The sentence, the server's advice, and the request's id when the server is to blame.
    public var description: String {
        let advice = hint.map { " \($0)" } ?? ""
        let trace = kind == .server ? requestID.map { " (request \($0))" } ?? "" : ""
        return message + advice + trace
    }
}

extension MartletError {
    /// Kinds of failure. More may come; a `switch` needs a `default`.
    public struct Kind: Martlet.OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// 400 and 422: the request is wrong; the same one fails again.
        public static let validation: Kind = "validation"
        /// 401, and also no key at all.
        public static let authentication: Kind = "authentication"
        /// 402: a limit of the server or the plan is reached.
        public static let limitReached: Kind = "limitReached"
        /// 403.
        public static let permission: Kind = "permission"
        /// 404.
        public static let notFound: Kind = "notFound"
        /// 409: the thing is in a state that does not allow this.
        public static let conflict: Kind = "conflict"
        /// 410: it was there and has lapsed.
        public static let gone: Kind = "gone"
        /// 413: more bytes than the server takes.
        public static let tooLarge: Kind = "tooLarge"
        /// 429: ask again after ``MartletError/retryAfter``.
        public static let rateLimited: Kind = "rateLimited"
        /// 5xx.
        public static let server: Kind = "server"
        /// Any other status of 400 and above.
        public static let refused: Kind = "refused"
        /// No connection: wrong address, server down. Nothing was sent.
        public static let unreachable: Kind = "unreachable"
        /// No safe connection: the server's certificate is not to be trusted, or there is none. Nothing was sent, and trying again is no help.
        public static let insecure: Kind = "insecure"
        /// The connection broke before the answer was whole. A change may or may not have been made.
        public static let connectionLost: Kind = "connectionLost"
        /// No answer in time. A change may or may not have been made.
        public static let timedOut: Kind = "timedOut"
        /// The answer is none of this API: something else serves that address.
        public static let unexpectedAnswer: Kind = "unexpectedAnswer"
        /// The client's own settings are wrong; nothing was sent.
        public static let configuration: Kind = "configuration"
        /// A file on this machine could not be read or written.
        public static let localFile: Kind = "localFile"
    }
}
