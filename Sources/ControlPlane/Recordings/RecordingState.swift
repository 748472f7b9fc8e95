public import FrameLog
public import Model

/// How the recording of a run stands.
public struct RecordingState: Sendable {
    /// The contract's words.
    public enum Status: String, Sendable, CaseIterable {
        /// Nothing was recorded, or its time is over.
        case notAvailable = "not_available"
        /// The run goes on and has no picture yet.
        case preparing
        /// The run goes on; what is there can be played.
        case processing
        case ready
        /// It cannot be read, for good.
        case failed
    }

    /// What the pictures are kept as.
    public enum Form: String, Sendable, CaseIterable {
        /// The browser's own pictures.
        case log
        /// Videos of them, a tenth to a third as large.
        case archive
    }

    public let status: Status
    /// Nil where there is no recording, and where it cannot be read.
    public let form: Form?
    /// How long the run is, or has been so far; nil where there is no recording.
    public let durationMilliseconds: Int64?
    /// How much of that is recorded, from 0 to 1; nil where there is no recording.
    public let completeness: Double?
    /// What is missing, and why.
    public let gaps: [RecordingGap]
    /// When it will be deleted; nil while the run goes on, and when it is kept for ever.
    public let expiresAt: Timestamp?
    /// Why it failed, for people.
    public let failure: String?

    init(
        _ status: Status,
        form: Form? = nil,
        durationMilliseconds: Int64? = nil,
        completeness: Double? = nil,
        gaps: [RecordingGap] = [],
        expiresAt: Timestamp? = nil,
        failure: String? = nil
    ) {
        self.status = status
        self.form = form
        self.durationMilliseconds = durationMilliseconds
        self.completeness = completeness
        self.gaps = gaps
        self.expiresAt = expiresAt
        self.failure = failure
    }
}
