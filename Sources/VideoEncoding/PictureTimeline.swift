/// Turns what a track shows into the pictures of a video. Times go in as milliseconds since the run's start and come out as milliseconds
/// since the video's begin, each later than the one before.
///
/// Before its first picture a track shows that one. What is dark is black. A still stretch has a picture each ten seconds, so that players
/// find one when they seek. The last picture ends with the span.
public struct PictureTimeline: Sendable {
    /// A picture of the video.
    public struct Shot: Sendable, Equatable {
        public let milliseconds: Int64
        public let jpeg: [UInt8]
        /// Its length; nil: until the next.
        public var lasting: Int64?
    }

    /// The longest time without a picture of its own.
    static let stillness: Int64 = 10_000

    private let from: Int64
    private let length: Int64
    /// Stretches without pictures, since the video's begin: in order, apart from each other.
    private var dark: ArraySlice<Range<Int64>>
    private var isDark = false
    private var current: [UInt8]?
    /// Not given out yet: one that comes at the same moment takes its place.
    private var pending: Shot?

    /// - Parameters:
    ///   - to: later than `from`.
    ///   - dark: stretches without pictures, in any order.
    public init(from: Int64, to: Int64, dark: [Range<Int64>]) {
        self.from = from
        length = to - from
        self.dark = Self.joined(dark.map { max(0, $0.lowerBound - from)..<max(0, $0.upperBound - from) })[...]
    }

    private static func joined(_ stretches: [Range<Int64>]) -> [Range<Int64>] {
        var joined: [Range<Int64>] = []
        for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) where !stretch.isEmpty {
            guard let last = joined.last, stretch.lowerBound <= last.upperBound else {
                joined.append(stretch)
                continue
            }
            joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
        }
        return joined
    }

    /// A picture that the track shows from a moment on.
    /// - Returns: what is before it.
    public mutating func show(_ jpeg: [UInt8], from moment: Int64) -> [Shot] {
        let time = max(0, moment - from)
        guard time < length else { return [] }
        var shots: [Shot] = []
        if current == nil {
            current = jpeg
            put(jpeg, at: 0, &shots)
        }
        advance(to: time, &shots)
        current = jpeg
        if !isDark { put(jpeg, at: time, &shots) }
        return shots
    }

    /// - Returns: the rest; nothing when the track has shown nothing.
    public mutating func end() -> [Shot] {
        var shots: [Shot] = []
        advance(to: length - 1, &shots)
        guard let last = pending else { return [] }
        put(last.jpeg, at: length - 1, &shots)
        if var last = pending {
            last.lasting = 1
            shots.append(last)
        }
        return shots
    }

    /// Goes through what becomes dark and light until a moment, that included.
    private mutating func advance(to time: Int64, _ shots: inout [Shot]) {
        guard let current else { return }
        while let next = dark.first {
            if !isDark {
                guard next.lowerBound <= time else { return }
                isDark = true
                put(BlackPicture.jpeg, at: next.lowerBound, &shots)
            } else {
                guard next.upperBound <= time else { return }
                isDark = false
                dark.removeFirst()
                put(current, at: next.upperBound, &shots)
            }
        }
    }

    private mutating func put(_ jpeg: [UInt8], at time: Int64, _ shots: inout [Shot]) {
        if let pending, pending.milliseconds < time {
            for moment in stride(from: pending.milliseconds, to: time, by: Int(Self.stillness)) {
                shots.append(Shot(milliseconds: moment, jpeg: pending.jpeg))
            }
        }
        pending = Shot(milliseconds: max(time, pending?.milliseconds ?? 0), jpeg: jpeg)
    }
}
