public import JSON

/// Replaces secrets by `REDACTED` before an event is stored. What is no secret stays as it is, byte by byte.
///
/// It knows secrets by where they stand (headers, query parameters, user and password of a URL, `Bearer` and `Basic` credentials,
/// the token in Martlet's own `/cdp/{runId}/{token}`) and by their exact text. It does not look into encoded text (a URL within
/// a parameter, base64) nor into bodies.
public struct Redaction: Sendable {
    public static let replacement = "REDACTED"

    /// Headers whose values are replaced, in lower case.
    let headers: Set<String>
    /// Parameters of queries and fragments whose values are replaced, in lower case.
    let parameters: Set<String>
    /// Texts that are replaced wherever they stand.
    let secrets: [[UInt8]]

    /// - Parameters:
    ///   - headers: Names of headers whose values are secret; case does not count.
    ///   - parameters: Names of query parameters whose values are secret; case does not count.
    ///   - secrets: Exact values that are secret. Those shorter than 4 bytes are left out: they would hide ordinary text.
    public init(
        headers: Set<String> = defaultHeaders,
        parameters: Set<String> = defaultParameters,
        secrets: [String] = []
    ) {
        self.headers = Set(headers.map { $0.lowercased() })
        self.parameters = Set(parameters.map { $0.lowercased() })
        self.secrets = secrets.map { Array($0.utf8) }.filter { $0.count >= 4 }
    }

    /// A URL without the secrets in its query, its fragment, its user part and its path. Any text will do; one without secrets costs
    /// one look at each byte.
    public func url(_ text: String) -> String { redacted(text, kind: .url) }

    /// Free text, such as a console line or an error message, without the secrets in it and in the URLs in it.
    public func text(_ text: String) -> String { redacted(text, kind: .prose) }

    /// A header's value: replaced as a whole where the name is on the list, else as free text.
    public func header(_ name: String, _ value: String) -> String {
        headers.contains(name.lowercased()) ? Self.replacement : text(value)
    }

    /// Headers as CDP has them (`Network.Headers`: name to value), in their order.
    public func headers(_ headers: JSONObject) -> JSONObject {
        JSONObject(
            uniqueMembers: headers.members.map { member in
                let value = member.value.stringValue.map { header(member.name, $0) } ?? Self.replacement
                return (member.name, .string(value))
            }
        )
    }

    private func redacted(_ text: String, kind: RedactionScanner.Kind) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = RedactionScanner(bytes: bytes, kind: kind, redaction: self)
            let secrets = scanner.secrets()
            guard !secrets.isEmpty else { return nil }
            return Self.replacing(secrets, in: bytes)
        } ?? text
    }

    /// The text with each range replaced; the ranges rise and do not overlap.
    private static func replacing(_ ranges: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + ranges.count * replacement.utf8.count)
        var position = 0
        for range in ranges {
            result += bytes[position..<range.lowerBound]
            result += replacement.utf8
            position = range.upperBound
        }
        result += bytes[position...]
        return String(decoding: result, as: UTF8.self)
    }
}
