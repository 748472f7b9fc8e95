public import JSON
public import Model

extension JSON {
    /// A string, or null for nil.
    public static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    public static func time(_ time: Timestamp?) -> JSON { text(time?.description) }

    public static func id<Noun>(_ id: Identifier<Noun>?) -> JSON { text(id?.description) }

    static func texts(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }

    static func count(_ count: Int) -> JSON { .integer(Int64(count)) }
}
