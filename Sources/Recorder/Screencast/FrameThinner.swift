/// Lets frames through at a rate, and the last of each burst always, though later.
struct FrameThinner: Sendable {
    /// Frames a second.
    var rate: Int
    private var lastKept: Int64 = .min / 2
    private var waiting: Frame?

    init(rate: Int) { self.rate = rate }

    private var interval: Int64 { Int64(1000 / max(1, rate)) }

    /// A frame came: whether it is to be kept now, or when to call ``flush(at:)``.
    mutating func offer(_ frame: Frame, at now: Int64) -> (kept: Frame?, flushAt: Int64?) {
        guard now - lastKept < interval else {
            keep(at: now)
            return (frame, nil)
        }
        let isFirst = waiting == nil
        waiting = frame
        return (nil, isFirst ? lastKept + interval : nil)
    }

    /// The frame that waited, when its time has come.
    mutating func flush(at now: Int64) -> Frame? {
        guard waiting != nil, now - lastKept >= interval else { return nil }
        return takeLast(at: now)
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
