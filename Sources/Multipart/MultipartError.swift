/// Why bytes are no multipart body that is taken.
public struct MultipartError: Error, Sendable, Equatable {
    public enum Code: Sendable, Equatable { case malformed, tooLarge }

    public let code: Code
    /// The end of a sentence about the body.
    public let reason: String

    static func malformed(_ reason: String) -> Self { Self(code: .malformed, reason: reason) }
    static func tooLarge(_ what: String, _ limit: Int) -> Self {
        Self(code: .tooLarge, reason: "\(what) has more than \(limit) bytes")
    }
    static func tooMany(_ limit: Int) -> Self { Self(code: .tooLarge, reason: "it has more than \(limit) parts") }
    static let noBoundary = Self(code: .malformed, reason: "it does not begin with the boundary of its Content-Type")
    static let truncated = Self(code: .malformed, reason: "it ends before its last boundary")
}
