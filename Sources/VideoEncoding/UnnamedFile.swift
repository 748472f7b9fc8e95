import Glibc

/// A file without a name: when the process ends, however it ends, nothing of it is left.
public final class UnnamedFile: Sendable {
    public let descriptor: Int32

    /// - Parameter folder: on the file system that is to hold it.
    /// - Throws: `full`, `failed`.
    public init(in folder: String) throws(VideoError) {
        let unnamed = open(folder, Self.temporary | O_RDWR | O_CLOEXEC, 0o600)
        descriptor = unnamed >= 0 ? unnamed : Self.named(in: folder)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw VideoError(errno == ENOSPC ? .full : .failed, "The video has no place on the disk: \(reason).")
        }
    }

    deinit { close(descriptor) }

    /// For file systems that cannot make one without a name: it loses its name at once.
    private static func named(in folder: String) -> Int32 {
        var template = Array("\(folder)/.video-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return -1 }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    /// `O_TMPFILE` of open(2), a macro that Swift does not see.
    private static var temporary: Int32 { 0o20_000_000 | O_DIRECTORY }
}
