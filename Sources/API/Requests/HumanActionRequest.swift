import JSON

/// The body of `runtimes.human-actions.create`.
public struct HumanActionRequest: Sendable, Equatable {
    public let message: String
    /// Nil: it waits as long as the run.
    public let timeoutSeconds: Int?

    public static let messageLength = 1...2000
    public static let timeoutSecondsRange = 1...86_400

    /// Line breaks and tabs are the message's own; other control characters are refused.
    public init(_ reader: ObjectReader) throws(APIError) {
        guard let value = reader.object["message"] else { throw reader.missing("message") }
        guard let text = value.stringValue else { throw reader.invalid("message", "must be a string.") }
        guard Self.messageLength.contains(text.unicodeScalars.count) else {
            throw reader.invalid("message", "must have 1 to 2000 characters.")
        }
        guard
            text.unicodeScalars.allSatisfy({
                $0.value >= 0x20 && $0.value != 0x7F || "\n\r\t".unicodeScalars.contains($0)
            })
        else { throw reader.invalid("message", "must not have control characters other than line breaks.") }
        message = text
        timeoutSeconds =
            try reader.isNull("timeoutSeconds")
            ? nil : reader.integer("timeoutSeconds", in: Self.timeoutSecondsRange)
    }
}
