import JSON
import Model

extension EventDraft {
    /// The draft without secrets, and with every text within the limits. What was cut sets `truncated`.
    func redacted(by redaction: Redaction, limits: TextLimits) -> EventDraft {
        var draft = self
        draft.name = name.map { TextLimits.cut(redaction.text($0), scalars: limits.name).text }
        var isTruncated = false
        var members = data.members
        for index in members.indices {
            guard case .string(let text) = members[index].value else { continue }
            let field = Self.fields[members[index].name] ?? .plain
            guard field != .plain || text.utf8.count > limits.headerValue else { continue }
            let clean = field == .url ? redaction.url(text) : field == .text ? redaction.text(text) : text
            let limit = field == .url ? limits.url : field == .text ? limits.text : limits.headerValue
            let cut = TextLimits.cut(clean, bytes: limit)
            isTruncated = isTruncated || cut.isTruncated
            members[index].value = .string(cut.text)
        }
        draft.data = JSONObject(uniqueMembers: members)
        if isTruncated { draft.data["truncated"] = true }
        return draft
    }

    private enum Field { case url, text, plain }

    /// What stands in the members of `data`; the others hold short words of CDP.
    private static let fields: [String: Field] = [
        "url": .url, "fromUrl": .url, "documentUrl": .url, "redirectedFrom": .url, "workerUrl": .url,
        "text": .text, "message": .text, "stack": .text, "title": .text, "errorText": .text, "defaultValue": .text,
        "suggestedName": .text, "statusText": .text,
    ]
}
