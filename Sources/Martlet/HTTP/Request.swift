import AsyncHTTPClient
import JSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One call, before it is sent: what may be sent several times, and in the same words each time.
struct Request: Sendable {
    var method: Verb
    /// `/v1/…`, percent-encoded.
    var path: String
    var query: Query = [:]
    var body: Body = .none
    /// Makes a change safe to repeat.
    var idempotencyKey: String?
    /// Safe to repeat although it is no GET: the second time it changes nothing.
    var isIdempotent = false
    /// Replaces the configuration's time-out.
    var timeout: Duration?
    var headers: [(name: String, value: String)] = []

    enum Body: Sendable {
        case none
        case json(JSON)
        /// Bytes that can be sent again, and their content type.
        case stream(HTTPClientRequest.Body, contentType: String)
    }

    /// Whether the server does the same if it gets this twice.
    var isRepeatable: Bool { method == .get || idempotencyKey != nil || isIdempotent }

    func target(at baseURL: String) -> String { baseURL + path + query.text }
}

/// Query parameters in their order; those without a value are left out, and lists are repeated.
struct Query: Sendable, ExpressibleByDictionaryLiteral {
    private(set) var items: [(name: String, value: String)] = []

    init(dictionaryLiteral elements: (String, String?)...) {
        for (name, value) in elements { add(name, value) }
    }

    mutating func add(_ name: String, _ value: String?) {
        if let value { items.append((name, value)) }
    }

    mutating func add(_ name: String, _ value: Int?) { add(name, value.map { "\($0)" }) }

    mutating func add(_ name: String, _ values: [some RawRepresentable<String>]) {
        for value in values { add(name, value.rawValue) }
    }

    mutating func add(_ name: String, _ values: [String]) {
        for value in values { add(name, value) }
    }

    /// With its question mark; empty when there is nothing.
    var text: String {
        guard !items.isEmpty else { return "" }
        return "?" + items.map { "\(Path.encode($0.name))=\(Path.encode($0.value))" }.joined(separator: "&")
    }
}

/// Paths of the API.
enum Path {
    /// `/v1` and the segments, each percent-encoded, so that an id can never reach another route.
    static func v1(_ segments: [String]) -> String { "/v1/" + segments.map(encode).joined(separator: "/") }

    /// Whether a segment has nothing in it, which no encoding can keep from naming another route.
    static func hasEmptySegment(_ path: String) -> Bool { path.hasSuffix("/") || path.contains("//") }

    /// All but RFC 3986's unreserved characters as `%XX`. Dots alone would change the path: they are encoded too.
    static func encode(_ text: String) -> String {
        if text == "." || text == ".." { return text.replacing(".", with: "%2E") }
        var encoded = ""
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
            if isPlain {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
