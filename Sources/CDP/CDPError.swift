/// Why a CDP call gave no result.
public struct CDPError: Error, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// The browser answered with an error; ``CDPError/browserCode`` has its number. A retry fails again, as a rule.
        case refused
        /// The line is closed: the browser has ended, or we have hung up.
        case closed
        /// No answer came in time. The command may still have been carried out.
        case timeout
        /// The caller's task was cancelled before the answer. The command may still have been carried out.
        case cancelled
        /// What came is no CDP message, or its result is no JSON.
        case malformed
    }

    public let code: Code
    /// For people. Holds no parameters of the command.
    public let message: String
    /// The command; nil where the error belongs to none.
    public let method: String?
    /// The number of the browser's own error (JSON-RPC 2.0, section 5.1), such as -32601 for an unknown method.
    public let browserCode: Int64?

    public init(_ code: Code, _ message: String, method: String? = nil, browserCode: Int64? = nil) {
        self.code = code
        self.message = message
        self.method = method
        self.browserCode = browserCode
    }

    public var description: String { (method.map { "\($0): " } ?? "") + message }
}
