import Model

/// Gives events of one run their numbers and ids.
struct EventNumbers: Sendable {
    let run: RunID
    /// The number given out last.
    var last: Int64
    /// The time in the id given out last.
    var milliseconds: Int64

    mutating func number(_ draft: EventDraft, now: Timestamp = .now) -> Event {
        last += 1
        milliseconds = max(milliseconds, now.milliseconds)
        return Event(draft, id: EventID(run: run, number: last, milliseconds: milliseconds))
    }

    /// How many events at the front of the queue make the next batch: at least one, at most 1,000 or 4 MiB.
    static func batchEnd(of queue: [Event]) -> Int {
        var size = 0
        for (index, event) in queue.prefix(EventWriter.batchCount).enumerated() {
            size += event.json.count
            if size > EventWriter.batchBytes { return max(1, index) }
        }
        return min(queue.count, EventWriter.batchCount)
    }
}
