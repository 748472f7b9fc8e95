/// How much may be kept.
public struct FileSettings: Sendable {
    /// The largest file, in bytes; one byte more answers 413.
    public var maximumFileBytes: Int64
    /// What the files of one space may have in all, in bytes; nil: what the disk holds. More answers 402.
    public var maximumSpaceBytes: Int64?

    public static let defaultMaximumFileBytes: Int64 = 10 << 30

    public init(maximumFileBytes: Int64 = defaultMaximumFileBytes, maximumSpaceBytes: Int64? = nil) {
        self.maximumFileBytes = maximumFileBytes
        self.maximumSpaceBytes = maximumSpaceBytes
    }
}
