/// Counts a viewer's messages: so many a second, and a burst of twice that.
struct MessageMeter: Sendable {
    static let perSecond = 300.0

    private var tokens = perSecond * 2
    private var last: ContinuousClock.Instant

    init(at now: ContinuousClock.Instant) { last = now }

    /// Whether one more message is within the limit.
    mutating func count(at now: ContinuousClock.Instant) -> Bool {
        let seconds = max(0, last.duration(to: now) / .seconds(1))
        last = now
        tokens = min(tokens + seconds * Self.perSecond, Self.perSecond * 2)
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }
}
