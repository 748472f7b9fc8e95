import Model

/// Turns the browser's times into moments of UTC.
///
/// CDP has two clocks: `Network.MonotonicTime` (seconds since an unknown moment, the same in every process of the browser)
/// and `Runtime.Timestamp` or `wallTime` (since 1970). Each `Network.requestWillBeSent` carries both.
struct BrowserClock: Sendable {
    /// Seconds to add to a monotonic time; nil until the first request.
    private var offset: Double?

    mutating func adjust(monotonic: Double, wall: Double) {
        guard monotonic > 0, wall > 0 else { return }
        offset = wall - monotonic
    }

    /// The moment of a monotonic time; `fallback` before the clock is known.
    func moment(monotonic: Double?, or fallback: Timestamp) -> Timestamp {
        guard let offset, let monotonic else { return fallback }
        return Self.moment(seconds: monotonic + offset, or: fallback)
    }

    /// The moment of a time in milliseconds since 1970.
    static func moment(milliseconds: Double?, or fallback: Timestamp) -> Timestamp {
        guard let milliseconds else { return fallback }
        return moment(seconds: milliseconds / 1000, or: fallback)
    }

    /// The moment of a time in seconds since 1970; `fallback` for what is no time between the years 1970 and 9999.
    static func moment(seconds: Double, or fallback: Timestamp) -> Timestamp {
        guard seconds > 0, seconds < 253_402_300_800 else { return fallback }
        return Timestamp(milliseconds: Int64((seconds * 1000).rounded()))
    }
}
