/// An event's place among those of all runs, which is its key: the run's number above 40 bits of the event's own.
///
/// An integer key keeps events in a table whose rows may fill a page, where those of a table without one move to
/// pages of their own beyond a quarter of it: half the file, and more rows a second, for events of 350 to 2,500 bytes.
struct EventPosition: Sendable {
    /// A number has 40 bits, as in its id.
    static let numberMask: Int64 = (1 << 40) - 1
    /// So many runs fit one database: 8,388,607.
    static let lastRun: Int64 = (1 << 23) - 1

    let run: Int64

    /// The places of all events of the run.
    var range: ClosedRange<Int64> { self[0]...self[Self.numberMask] }

    /// The place of an event; numbers out of range are moved to its ends.
    subscript(number: Int64) -> Int64 { run << 40 | min(max(number, 0), Self.numberMask) }

    static func number(at position: Int64) -> Int64 { position & numberMask }
}
