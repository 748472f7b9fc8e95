import Model

/// The newest rows of one run, oldest first, and the number of the last.
struct RecordRing<Row: NumberedRow>: Sendable {
    static var maximumCount: Int { 1024 }
    static var maximumBytes: Int { 2 * 1024 * 1024 }

    private(set) var last: Int64
    private var rows: [Row] = []
    private var sizeInBytes = 0

    init(last: Int64) { self.last = last }

    mutating func append(_ added: [Row]) {
        guard let number = added.last?.number else { return }
        last = number
        rows += added
        sizeInBytes += added.reduce(0) { $0 + $1.json.count }
        var excess = 0
        while rows.count - excess > Self.maximumCount || sizeInBytes > Self.maximumBytes, excess < rows.count {
            sizeInBytes -= rows[excess].json.count
            excess += 1
        }
        rows.removeFirst(excess)
    }

    /// Nil when the ring does not reach back that far.
    func rows(after number: Int64) -> [Row]? {
        if number >= last { return [] }
        guard let first = rows.first?.number, number >= first - 1 else { return nil }
        return Array(rows[Int(number - first + 1)...])
    }
}
