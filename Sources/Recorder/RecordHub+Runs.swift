import Model

extension RecordHub {
    typealias Reader = CheckedContinuation<Change, Never>

    /// The open runs and those who wait for them. Says whom to wake; waking is done outside of the lock.
    struct Runs: Sendable {
        var open: [RunID: RecordRing<Row>] = [:]
        /// By rising ticket, that is in the order they came.
        private(set) var readers: [RunID: [(ticket: Int64, after: Int64, reader: Reader)]] = [:]
        /// Tickets given out whose readers do not wait yet, with whether their time is up already.
        private var early: [Int64: Bool] = [:]
        private var lastTicket: Int64 = 0

        /// Nil while there is something to wait for.
        func change(of run: RunID, after number: Int64) -> Change? {
            guard let ring = open[run] else { return .ended }
            return ring.last > number ? .advanced : nil
        }

        mutating func newTicket() -> Int64 {
            lastTicket += 1
            early[lastTicket] = false
            return lastTicket
        }

        /// Keeps a reader, or says why it need not wait.
        mutating func wait(_ ticket: Int64, for run: RunID, after number: Int64, _ reader: Reader) -> Change? {
            let isLate = early.removeValue(forKey: ticket) ?? false
            if let change = change(of: run, after: number) { return change }
            if isLate { return .timeout }
            readers[run, default: []].append((ticket, number, reader))
            return nil
        }

        mutating func giveUp(_ ticket: Int64, of run: RunID) -> Reader? {
            if early[ticket] != nil { early[ticket] = true }
            guard let index = readers[run]?.firstIndex(where: { $0.ticket == ticket }) else { return nil }
            return readers[run]?.remove(at: index).reader
        }

        mutating func published(_ run: RunID, _ rows: [Row]) -> [Reader] {
            open[run]?.append(rows)
            guard let last = open[run]?.last, let waiting = readers[run] else { return [] }
            readers[run] = waiting.filter { $0.after >= last }
            return waiting.filter { $0.after < last }.map(\.reader)
        }

        mutating func ended(_ run: RunID) -> [Reader] {
            open[run] = nil
            return readers.removeValue(forKey: run)?.map(\.reader) ?? []
        }
    }
}
