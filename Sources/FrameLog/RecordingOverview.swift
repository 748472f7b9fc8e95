/// What a recording holds, but for its frames. Times are milliseconds since the run's start.
public struct RecordingOverview: Sendable {
    /// One page of the browser, from its coming to its going.
    public struct Track: Sendable, Equatable {
        /// The page's CDP target id.
        public let pageID: String
        public let from: Int64
        /// Nil while the page is there.
        public internal(set) var to: Int64?
        /// Its addresses and titles, each from its moment on; at least one.
        public internal(set) var visits: [Visit]
    }

    /// An address and a title of a page, from a moment on.
    public struct Visit: Sendable, Equatable {
        public let from: Int64
        public let url: String
        public let title: String
    }

    /// A page in front, from a moment until the next span's.
    public struct Span: Sendable, Equatable {
        public let from: Int64
        /// Nil: no page was open.
        public let pageID: String?
    }

    /// A gap whose end is not known.
    public struct OpenGap: Sendable, Equatable {
        public let cause: RecordingGap.Cause
        public let from: Int64
    }

    /// The run's start, in milliseconds since 1970.
    public let startedAtMilliseconds: Int64
    /// In the order of the pages' coming.
    public let tracks: [Track]
    /// Which page was in front when, without gaps from its first span on.
    public let program: [Span]
    /// How far the recording reaches.
    public let durationMilliseconds: Int64
    /// Whether it was closed in order. False while the run goes on, and after the server was killed.
    public let isClosed: Bool
    /// Whether its pictures are in videos instead of a log of frames.
    public let isArchived: Bool
    /// What is known to be missing within the duration, in order.
    public let gaps: [RecordingGap]
    /// What is missing since a moment, until now or, after the server was killed, for ever.
    public let openGap: OpenGap?
    /// Lines of the journal that do not match their checksums and were passed over.
    public let damagedLines: Int
}

extension RecordingOverview {
    /// How much of a run of this length is in the recording, from 0 to 1, and what is missing: the gaps that are known, one that is
    /// open until the run's end, and what lies beyond the recording's reach.
    /// - Parameters:
    ///   - run: the run's length in milliseconds.
    ///   - isOpen: whether the run goes on: then what lies beyond is not missing, it has only not come yet.
    public func completeness(ofRun run: Int64, isOpen: Bool = false) -> (ratio: Double, gaps: [RecordingGap]) {
        var missing = gaps.filter { $0.from < run }
        if let openGap {
            if openGap.from < run { missing.append(RecordingGap(cause: openGap.cause, from: openGap.from, to: run)) }
        } else if !isOpen, durationMilliseconds < run {
            missing.append(RecordingGap(cause: .serverLost, from: durationMilliseconds, to: run))
        }
        guard run > 0 else { return (1, missing) }
        let lost = missing.reduce(0) { $0 + max(0, min($1.to, run) - $1.from) }
        return (Double(max(0, run - lost)) / Double(run), missing)
    }
}
