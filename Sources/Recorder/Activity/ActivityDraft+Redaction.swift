import JSON
import Model

extension ActivityDraft {
    /// The draft without secrets, its message at most 1,000 characters, each text of its data as long as one of an event may be.
    func redacted(by redaction: Redaction) -> ActivityDraft {
        var draft = self
        draft.message = TextLimits.cut(redaction.text(message), scalars: 1000).text
        draft.data = redaction.values(of: data)
        return draft
    }
}

extension Redaction {
    /// An object with all its texts redacted, those within as well.
    fileprivate func values(of object: JSONObject) -> JSONObject {
        JSONObject(uniqueMembers: object.members.map { ($0.name, value(of: $0.value, named: $0.name)) })
    }

    private func value(of value: JSON, named name: String) -> JSON {
        let limits = TextLimits()
        return switch value {
        case .string(let text) where name == "url": .string(TextLimits.cut(url(text), bytes: limits.url).text)
        case .string(let text): .string(TextLimits.cut(self.text(text), bytes: limits.headerValue).text)
        case .array(let values): .array(values.map { self.value(of: $0, named: name) })
        case .object(let object): .object(values(of: object))
        default: value
        }
    }
}
