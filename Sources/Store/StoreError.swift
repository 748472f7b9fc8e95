/// Why a store did not do what it was asked.
public struct StoreError: Error, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// No row has that id.
        case notFound
        /// A row with that id, name or hash is there already.
        case conflict
        /// The disk or the quota is full. Reads go on.
        case full
        /// A limit that the operator has set would be passed.
        case quota
        /// The file or the server cannot be used; the message says why.
        case unavailable
    }

    /// Whether the write may have happened, which alone decides about retries.
    public enum Outcome: Sendable, Equatable {
        /// Nothing was written: a retry is safe.
        case notWritten
        /// It may have been written: read before a retry.
        case unknown
    }

    public let code: Code
    public let outcome: Outcome
    /// What to do, for people. Never holds values that were to be stored.
    public let message: String

    public init(_ code: Code, outcome: Outcome = .notWritten, _ message: String) {
        self.code = code
        self.outcome = outcome
        self.message = message
    }

    public var description: String { "\(code) (\(outcome)): \(message)" }
}
