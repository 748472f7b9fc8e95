import Glibc

/// An open file of a recording. All calls may block: they belong on a ``FileLane``.
final class LogFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// Opens a file to read, or makes a new one to append to.
    init(_ path: String, making: Bool = false) throws(FrameLogError) {
        self.path = path
        descriptor = open(path, making ? O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.error(path) }
    }

    /// Opens a file to append to that was made before.
    init(appendingTo path: String) throws(FrameLogError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error(path) }
    }

    deinit { close(descriptor) }

    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Writes all of it, or fails; what a failed write left behind is cut off again.
    func write(_ bytes: [UInt8], at offset: Int) throws(FrameLogError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let error = Self.error(path)
                ftruncate(descriptor, off_t(offset))
                throw error
            }
            done += count
        }
    }

    /// The bytes there; fewer than `count` at the end of the file.
    func read(_ count: Int, at offset: Int) throws(FrameLogError) -> [UInt8] {
        var failure: FrameLogError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(
                    descriptor,
                    buffer.baseAddress?.advanced(by: filled),
                    count - filled,
                    off_t(offset + filled)
                )
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = Self.error(path) }
                guard got > 0 else { return }
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Returns when what was written survives a power cut.
    func synchronize() throws(FrameLogError) {
        guard fdatasync(descriptor) == 0 else { throw Self.error(path) }
    }

    /// Puts the names of a folder's files on the disk.
    static func synchronize(folder: String) throws(FrameLogError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw error(folder) }
    }

    /// Makes a file that only takes space on the disk; where there is none, there is no file.
    static func reserve(_ path: String, size: Int) {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        if posix_fallocate(descriptor, 0, off_t(size)) != 0 { unlink(path) }
    }

    /// Makes a folder for the owner alone, with those above it.
    static func makeFolder(_ path: String) throws(FrameLogError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw error(path) }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw error(path) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func remove(_ path: String) { unlink(path) }

    /// What the last system call failed with.
    static func error(_ path: String) -> FrameLogError {
        let code = errno
        switch code {
        case ENOSPC, EDQUOT: return FrameLogError(.full, "The disk is full.")
        case ENOENT: return FrameLogError(.notFound, "There is no file \(path).")
        default: return FrameLogError(.unavailable, "\(path): \(String(cString: strerror(code))).")
        }
    }
}
