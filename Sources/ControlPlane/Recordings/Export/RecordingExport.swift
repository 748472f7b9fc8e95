public import Model
public import VideoEncoding

public typealias RecordingExportID = Identifier<RecordingExport>

/// The making of one video of a recording.
public struct RecordingExport: Sendable {
    public enum State: Sendable {
        /// Waits until others are done.
        case queued
        /// How much of the span the encoder has, from 0 to 1.
        case running(progress: Double)
        case finished(File)
        case failed(ControlPlaneError)
        case cancelled

        var isEnded: Bool {
            switch self {
            case .queued, .running: false
            case .finished, .failed, .cancelled: true
            }
        }
    }

    /// What the video shows: the same key of the same recording gives the same video.
    public struct Content: Sendable, Hashable {
        public let runID: RunID
        public let format: VideoFormat
        /// Milliseconds since the run's start.
        public let from: Int64
        public let to: Int64
        /// Nil: the page in front.
        public let page: String?
    }

    /// An end of the span that lay outside of what is recorded.
    public enum Bound: String, Sendable { case from = "fromSeconds", to = "toSeconds" }

    public let id: RecordingExportID
    public let content: Content
    /// Which ends of the span were moved to what is recorded, as far as whoever asked is concerned: others may have named it exactly.
    public internal(set) var clamped: [Bound]
    public let createdAt: Timestamp
    public internal(set) var state: State

    init(_ content: Content, clamped: [Bound], state: State = .queued) {
        id = RecordingExportID()
        self.content = content
        self.clamped = clamped
        createdAt = .now
        self.state = state
    }
}
