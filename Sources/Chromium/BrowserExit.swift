/// How a browser's main process ended.
public struct BrowserExit: Sendable, Equatable {
    public enum Cause: Sendable, Equatable {
        case status(Int32)
        case signal(Int32)
    }

    public let cause: Cause
    /// Whether `terminate()` was called before the end.
    public let wasAsked: Bool
    /// The end of what the browser wrote to its standard error, without lines that say nothing; at most 8 KiB, may be empty.
    public let lastWords: String

    public init(cause: Cause, wasAsked: Bool, lastWords: String) {
        self.cause = cause
        self.wasAsked = wasAsked
        self.lastWords = lastWords
    }
}

extension BrowserExit: CustomStringConvertible {
    /// One sentence for people, with the last words behind it.
    public var description: String {
        let sentence =
            switch cause {
            case .status(let status): "The browser ended with status \(status)."
            case .signal(let signal): "The browser was ended by signal \(signal)."
            }
        return lastWords.isEmpty ? sentence : "\(sentence) Its last words: \(lastWords)"
    }
}
