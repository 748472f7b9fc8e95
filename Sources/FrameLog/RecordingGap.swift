/// A stretch of a run of which there are no pictures.
public struct RecordingGap: Sendable, Equatable {
    public enum Cause: String, Sendable, CaseIterable {
        /// The disk was full, or nearly so: the space left is for the run's events.
        case diskFull = "disk_full"
        /// The file system refused to write, or wrote more slowly than pictures came.
        case storage
        /// The browser did not answer.
        case browserHung = "browser_hung"
        /// The front page had crashed and not come back.
        case pageCrashed = "page_crashed"
        /// The server ended without closing the recording, as when it is killed: what came last is not known.
        case serverLost = "server_lost"
        /// A cause that this version does not know.
        case unknown
    }

    public let cause: Cause
    /// Milliseconds since the run's start.
    public let from: Int64
    public let to: Int64

    public init(cause: Cause, from: Int64, to: Int64) {
        self.cause = cause
        self.from = from
        self.to = to
    }
}
