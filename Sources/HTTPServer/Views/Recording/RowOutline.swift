import API
import JSON
import Model

/// Number, time and type of many rows of a run's record, in as few bytes as will do: a player finds any place of a list of
/// 100,000 rows with it, without the rows.
struct RowOutline {
    private let startedAt: Timestamp
    private var types: [String] = []
    private var rows: [JSON] = []

    init(startedAt: Timestamp) { self.startedAt = startedAt }

    /// - Parameter json: the row's stored text, in which type and time stand behind the id and the number.
    mutating func append(number: Int64, json: [UInt8]) {
        guard let head = RowHead(json) else { return }
        let code = types.firstIndex(of: head.type) ?? types.count
        if code == types.count { types.append(head.type) }
        rows.append(.integer(number))
        rows.append(.integer(max(0, head.time.milliseconds - startedAt.milliseconds)))
        rows.append(.integer(Int64(code)))
    }

    /// `rows` holds three numbers a row: its number, its milliseconds since the run's start, the place of its type in `types`.
    /// - Parameter next: the number to go on after; nil at the present end.
    func json(next: Int64?) -> JSON {
        ["types": .array(types.map(JSON.string)), "rows": .array(rows), "next": next.map(JSON.integer) ?? .null]
    }
}

/// The beginning of a row's text: `{"id":"…","seq":7,"type":"browser.click","time":"2026-…Z",`.
struct RowHead: Equatable {
    let type: String
    let time: Timestamp

    /// Nil when the text does not begin so.
    init?(_ json: [UInt8]) {
        // Types are at most 64 characters; all of it stands in the first 256 bytes.
        let head = json.prefix(256)
        guard let type = Self.value(of: #""type":""#, in: head), let text = Self.value(of: #""time":""#, in: head),
            let time = Timestamp(rfc3339: text)
        else { return nil }
        self.type = type
        self.time = time
    }

    private static func value(of name: String, in head: ArraySlice<UInt8>) -> String? {
        let name = Array(name.utf8)
        guard let found = head.indices.first(where: { head[$0...].starts(with: name) }) else { return nil }
        let value = head[(found + name.count)...].prefix { $0 != UInt8(ascii: "\"") }
        return String(decoding: value, as: UTF8.self)
    }
}
