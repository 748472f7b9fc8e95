import Model

/// The newest events of one run, oldest first, and the number of the last.
struct EventRing: Sendable {
    static let maximumCount = 1024
    static let maximumBytes = 2 * 1024 * 1024

    private(set) var last: Int64
    private var events: [Event] = []
    private var sizeInBytes = 0

    init(last: Int64) { self.last = last }

    mutating func append(_ added: [Event]) {
        guard let number = added.last?.number else { return }
        last = number
        events += added
        sizeInBytes += added.reduce(0) { $0 + $1.json.count }
        var excess = 0
        while events.count - excess > Self.maximumCount || sizeInBytes > Self.maximumBytes, excess < events.count {
            sizeInBytes -= events[excess].json.count
            excess += 1
        }
        events.removeFirst(excess)
    }

    /// Nil when the ring does not reach back that far.
    func events(after number: Int64) -> [Event]? {
        if number >= last { return [] }
        guard let first = events.first?.number, number >= first - 1 else { return nil }
        return Array(events[Int(number - first + 1)...])
    }
}
