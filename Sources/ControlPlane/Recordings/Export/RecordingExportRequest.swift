public import VideoEncoding

/// Which video of a recording is wanted. Times are milliseconds since the run's start.
public struct RecordingExportRequest: Sendable, Equatable {
    public var format: VideoFormat
    /// Nil: the run's start.
    public var from: Int64?
    /// Nil: the end of what is recorded.
    public var to: Int64?
    /// Nil: the page in front.
    public var page: String?

    public init(format: VideoFormat = .mp4, from: Int64? = nil, to: Int64? = nil, page: String? = nil) {
        self.format = format
        self.from = from
        self.to = to
        self.page = page
    }
}
