public import Glibc
import NIOCore
import Synchronization

/// A regular file from outside the store, opened once and looked at: what its name means later does not matter.
public final class SourceFile: Sendable {
    let descriptor: Int32
    public let sizeInBytes: Int64
    /// Who owns it.
    let owner: uid_t

    /// Takes an open descriptor over, and closes it when it goes.
    /// - Parameter owners: who may own the file; the store must not be talked into reading a file that the talker may not.
    /// - Throws: `refused` for folders, devices, pipes, sockets, and files of others.
    public init(descriptor: Int32, owners: Set<uid_t>) throws(BlobError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let error = BlobError(errno: errno, "A file cannot be looked at")
            close(descriptor)
            throw error
        }
        guard status.st_mode & S_IFMT == S_IFREG, owners.contains(status.st_uid) else {
            close(descriptor)
            throw BlobError(.refused, "It is no regular file of the browser's.")
        }
        self.descriptor = descriptor
        sizeInBytes = Int64(status.st_size)
        owner = status.st_uid
    }

    deinit { close(descriptor) }

    /// Opens a file by its path, whose last component must be no link. Blocks no longer than a look-up.
    public convenience init(path: String, owners: Set<uid_t>) throws(BlobError) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw BlobError(errno: errno, "The file cannot be opened") }
        try self.init(descriptor: descriptor, owners: owners)
    }

    /// Reads what it held when it was opened.
    public func reader() -> any BlobReader { FileReader(self, range: 0..<sizeInBytes) }
}
