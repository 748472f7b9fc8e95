import API
import JSON

/// What lists of events beneath a lease can be narrowed down to beside their types: words, and what kind of request or line it is.
struct EventMatch {
    /// Part of what is shown of an event, whatever its case; empty: any.
    let words: String
    /// Resource types (`fetch`), levels (`error`) and `failed` (no answer, or one with a status from 400 on); one of them must hold.
    let kinds: Set<String>

    /// The parameters `q` and `kind`; nil when neither is given.
    init?(_ query: QueryReader) throws(APIError) {
        let text = try query.text("q") ?? ""
        guard text.unicodeScalars.count <= 255 else { throw .invalid("q", "must have at most 255 characters.") }
        words = text.lowercased()
        kinds = Set(query.texts("kind").filter { !$0.isEmpty })
        if words.isEmpty, kinds.isEmpty { return nil }
    }

    /// - Parameter json: the event's stored text.
    func holds(_ json: [UInt8]) -> Bool {
        guard let event = try? JSON.parse(json) else { return false }
        let data = event["data"] ?? .null
        return (kinds.isEmpty || !kinds.isDisjoint(with: Self.kinds(event, data)))
            && (words.isEmpty || Self.shown(event, data).contains { $0.lowercased().contains(words) })
    }

    private static func kinds(_ event: JSON, _ data: JSON) -> [String] {
        switch event["type"]?.stringValue {
        case "network.failed": ["failed"] + texts(data, "resourceType")
        case "network.response":
            texts(data, "resourceType") + ((data["statusCode"]?.integerValue ?? 0) >= 400 ? ["failed"] : [])
        case "page.error", "page.crash": ["error"]
        default: texts(data, "level")
        }
    }

    private static func shown(_ event: JSON, _ data: JSON) -> [String] {
        texts(event, "name")
            + ["url", "text", "message", "errorText", "mimeType", "resourceType", "level"].flatMap { texts(data, $0) }
    }

    private static func texts(_ object: JSON, _ name: String) -> [String] {
        object[name]?.stringValue.map { [$0] } ?? []
    }
}
