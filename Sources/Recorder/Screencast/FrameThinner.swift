/// Lets frames through at a rate, and the last of each burst always, though later.
struct FrameThinner: Sendable {
    /// Frames a second.
    var rate: Int
    private var lastKept: Int64 = .min / 2
    private var waiting: Frame?
    /// When ``flush(at:)`` is to be called for what waits.
    private var flushAt: Int64 = .min

    init(rate: Int) { self.rate = rate }

    private var interval: Int64 { Int64(1000 / max(1, rate)) }

    /// A frame came: whether it is to be kept now, or when to call ``flush(at:)``.
    mutating func offer(_ frame: Frame, at now: Int64) -> (kept: Frame?, flushAt: Int64?) {
        guard now - lastKept < interval else {
            keep(at: now)
            return (frame, nil)
        }
        defer { waiting = frame }
        return (nil, waiting == nil ? planFlush() : nil)
    }

    /// The frame that waited, when its time has come, or when to call again: the rate may have fallen meanwhile.
    mutating func flush(at now: Int64) -> (kept: Frame?, flushAt: Int64?) {
        guard waiting != nil, now >= flushAt else { return (nil, nil) }
        guard now - lastKept >= interval else { return (nil, planFlush()) }
        return (takeLast(at: now), nil)
    }

    private mutating func planFlush() -> Int64 {
        flushAt = lastKept + interval
        return flushAt
    }

    /// The frame that waited, whatever the time.
    mutating func takeLast(at now: Int64) -> Frame? {
        defer { if waiting != nil { keep(at: now) } }
        return waiting
    }

    private mutating func keep(at now: Int64) {
        lastKept = now
        waiting = nil
    }
}
