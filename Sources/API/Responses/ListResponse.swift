public import JSON

/// The answer of every list: `{"data":[...],"nextCursor":...}`.
public enum ListResponse {
    /// - Parameter nextCursor: Nil at the end of the list.
    public static func json(_ items: [JSON], nextCursor: String?) -> JSON {
        ["data": .array(items), "nextCursor": .text(nextCursor)]
    }

    /// A list of items that are JSON text already; they are copied, not parsed.
    public static func bytes(_ items: [[UInt8]], nextCursor: String?) -> [UInt8] {
        var writer = JSONWriter(capacity: items.reduce(64) { $0 + $1.count + 1 })
        writer.raw(#"{"data":["#)
        for (index, item) in items.enumerated() {
            if index > 0 { writer.raw(",") }
            writer.raw(item)
        }
        writer.raw(#"],"nextCursor":"#)
        writer.write(.text(nextCursor))
        writer.raw("}")
        return writer.bytes
    }
}
