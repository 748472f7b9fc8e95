import Recorder

/// How many frames a second one viewer's line takes, judged anew every two seconds.
///
/// A viewer that made frames wait gets what it took and a quarter more, so that it can show that it takes more by now; others get the most.
struct FramePace: Sendable {
    private(set) var rate = FrameHub.maximumRate
    private var since = ContinuousClock.now
    private var waiting = Duration.zero

    private static let interval = Duration.seconds(2)
    private static let least = 4

    /// Notes a wait for an acknowledgement. Whether the rate has changed.
    mutating func waited(
        until now: ContinuousClock.Instant,
        since start: ContinuousClock.Instant,
        _ window: AckWindow
    ) -> Bool {
        waiting += start.duration(to: now)
        let elapsed = since.duration(to: now)
        guard elapsed >= Self.interval else { return false }
        let taken = Double(window.takeCount()) / (elapsed / .seconds(1))
        let isSlow = waiting > elapsed / 4
        let next = isSlow ? Int((taken * 1.25).rounded(.up)) : FrameHub.maximumRate
        (since, waiting) = (now, .zero)
        defer { rate = min(max(next, Self.least), FrameHub.maximumRate) }
        return min(max(next, Self.least), FrameHub.maximumRate) != rate
    }
}
