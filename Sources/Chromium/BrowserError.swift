/// Why there is no browser.
public struct BrowserError: Error, Sendable, Equatable {
    public enum Code: String, Sendable {
        /// No program to start. A later try works once one is installed.
        case notFound
        /// The program was started, or should have been, and did not come up. A retry is safe: nothing is left of the try.
        case startFailed
    }

    public let code: Code
    public let message: String
    /// What to do about it; nil when nothing is known.
    public let hint: String?

    public init(code: Code, message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    static func startFailed(_ message: String, hint: String? = nil) -> BrowserError {
        BrowserError(code: .startFailed, message: message, hint: hint)
    }
}

extension BrowserError: CustomStringConvertible {
    public var description: String { hint.map { "\(message) \($0)" } ?? message }
}
