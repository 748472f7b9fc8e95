public import JSON

/// One CDP message as it came off the line: its head is read, its body is parsed only when asked for.
///
/// An event has a `method`, a reply an `id`, a command both. Making one costs a scan of the bytes (about a microsecond for 1 kB).
public struct CDPMessage: Sendable {
    /// The message's text: JSON in UTF-8.
    public let bytes: [UInt8]
    public let id: Int64?
    public let method: String?
    /// The target session that the message belongs to; nil for the browser itself.
    public let sessionID: String?
    private let body: CDPEnvelope

    /// Reads a message's head: `id`, `method` and `sessionId`, wherever they stand among the top-level members.
    /// - Throws: ``CDPError`` `malformed` when the bytes are no JSON object, or have neither an integer `id` nor a `method`.
    ///   The inside of `params`, `result` and `error` is not checked here.
    public init(_ bytes: [UInt8]) throws(CDPError) {
        let envelope = bytes.withUnsafeBufferPointer { buffer in
            var scanner = CDPScanner(bytes: buffer)
            return scanner.envelope()
        }
        guard let envelope else { throw CDPError(.malformed, "not a JSON object") }
        let id = envelope.id.flatMap { Int64(String(decoding: bytes[$0], as: UTF8.self)) }
        let method = envelope.method.flatMap { Self.text(bytes[$0]) }
        guard id != nil || method != nil else { throw CDPError(.malformed, "neither an id nor a method") }
        self.bytes = bytes
        self.id = id
        self.method = method
        sessionID = envelope.sessionID.flatMap { Self.text(bytes[$0]) }
        body = envelope
    }

    /// Whether this answers a command.
    public var isReply: Bool { id != nil && method == nil }

    /// The parameters of an event or a command; nil when it has none or they are no JSON. Parsed anew at each call: ask once.
    public var params: JSON? { body.params.flatMap(parsed) }

    /// The result of a reply; nil when the browser refused or the result is no JSON. Parsed anew at each call.
    public var result: JSON? { body.result.flatMap(parsed) }

    /// The browser's refusal: `{"code", "message"}`; nil for every other message. Parsed anew at each call.
    public var error: JSON? { body.error.flatMap(parsed) }

    /// Whether the browser refused the command that this answers.
    public var isRefusal: Bool { body.error != nil }

    var paramsRange: Range<Int>? { body.params }

    private func parsed(_ range: Range<Int>) -> JSON? {
        switch Result(catching: { () throws(JSONParseError) in try JSON.parse(bytes[range]) }) {
        case .success(let value): value
        case .failure: nil
        }
    }

    /// The text of a JSON string; the common one without escapes is copied as it stands.
    private static func text(_ literal: ArraySlice<UInt8>) -> String? {
        guard literal.first == UInt8(ascii: "\"") else { return nil }
        guard literal.contains(UInt8(ascii: "\\")) else {
            return String(decoding: literal.dropFirst().dropLast(), as: UTF8.self)
        }
        guard case .success(let value) = Result(catching: { () throws(JSONParseError) in try JSON.parse(literal) })
        else { return nil }
        return value.stringValue
    }
}
