import Glibc

/// How a frame log writes.
public struct FrameLogSettings: Sendable {
    /// How long what was written may wait before it is put on the disk; default 200 ms.
    public var commitInterval: Duration
    /// JPEGs that may wait for the disk, in bytes; what comes beyond is left out, the newest frame of each page excepted. Default 32 MiB.
    public var queueLimit: Int
    /// A new segment begins when one has reached this size, in bytes; at most 1 GiB. Default 64 MiB.
    public var segmentSize: Int
    /// Space that is left for the run's events: with less, no frames are written. Nil: a tenth of the disk, at most 256 MiB.
    public var leastFreeBytes: Int?

    public init(
        commitInterval: Duration = .milliseconds(200),
        queueLimit: Int = 32 * 1024 * 1024,
        segmentSize: Int = 64 * 1024 * 1024,
        leastFreeBytes: Int? = nil
    ) {
        self.commitInterval = commitInterval
        self.queueLimit = queueLimit
        self.segmentSize = min(segmentSize, 1 << 30)
        self.leastFreeBytes = leastFreeBytes
    }

    /// Whether there is room for frames in a folder.
    /// - Parameter isSuspended: then twice the space is asked for, so that it does not come and go.
    func hasRoom(in folder: String, isSuspended: Bool) -> Bool {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return true }
        let unit = Int(clamping: status.f_frsize)
        let total = Int(clamping: status.f_blocks).multipliedReportingOverflow(by: unit).partialValue
        let least = leastFreeBytes ?? min(256 * 1024 * 1024, total / 10)
        let free = Int(clamping: status.f_bavail).multipliedReportingOverflow(by: unit).partialValue
        return free >= (isSuspended ? 2 * least : least)
    }
}
