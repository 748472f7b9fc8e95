import JSON
import Model

/// Number, time and type of many rows of a run's record, in as few bytes as will do: a player finds any place of a list of
/// 100,000 rows with it, without the rows.
struct RowOutline {
    private let startedAt: Timestamp
    private var types: [String] = []
    /// The rows as JSON, without the brackets around them.
    private var rows = JSONWriter(capacity: 128 * 1024)

    init(startedAt: Timestamp) { self.startedAt = startedAt }

    /// - Parameter json: the row's stored text.
    mutating func append(number: Int64, json: [UInt8]) {
        guard let head = RowHead(json) else { return }
        if !rows.bytes.isEmpty { rows.raw(",") }
        rows.write(number)
        rows.raw(",")
        rows.write(max(0, head.time.milliseconds - startedAt.milliseconds))
        rows.raw(",")
        rows.write(Int64(code(of: head.type)))
    }

    /// `rows` holds three numbers a row: its number, its milliseconds since the run's start, the place of its type in `types`.
    /// - Parameter next: the number to go on after; nil at the present end.
    func json(next: Int64?) -> [UInt8] {
        var writer = JSONWriter(capacity: rows.bytes.count + 1024)
        writer.raw(#"{"types":"#)
        writer.write(.array(types.map(JSON.string)))
        writer.raw(#","rows":["#)
        writer.raw(rows.bytes)
        writer.raw(#"],"next":"#)
        writer.write(next.map(JSON.integer) ?? .null)
        writer.raw("}")
        return writer.bytes
    }

    private mutating func code(of type: String) -> Int {
        if let code = types.firstIndex(of: type) { return code }
        types.append(type)
        return types.count - 1
    }
}
