import Glibc
import Model
import NIOCore
import Synchronization

/// A file on its way into a workspace, under a name that nothing else has; removed unless it is renamed. Its calls block.
final class WorkspaceFile: Sendable {
    private let folder: OpenFolder
    private let descriptor: Int32
    private let name = ".\(UUIDv7()).part"
    private let isNamed = Mutex(true)

    init(in folder: OpenFolder, user: uid_t?, group: gid_t?) throws(BlobError) {
        self.folder = folder
        descriptor = openat(folder.descriptor, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BlobError(errno: errno, "A file cannot be made") }
        if let user, let group, fchown(descriptor, user, group) != 0 {
            throw BlobError(errno: errno, "A file cannot be given to the browser's user")
        }
    }

    deinit {
        if isNamed.withLock({ $0 }) { unlinkat(folder.descriptor, name, 0) }
        close(descriptor)
    }

    func write(_ bytes: ByteBuffer) throws(BlobError) {
        try bytes.withUnsafeReadableBytes { bytes throws(BlobError) in
            try FileDescriptorWriter.write(bytes, to: descriptor)
        }
    }

    func rename(to target: FileName) throws(BlobError) {
        guard renameat(folder.descriptor, name, folder.descriptor, target.text) == 0 else {
            if errno == EISDIR || errno == ENOTEMPTY || errno == EEXIST {
                throw BlobError(.refused, "A folder has this path.")
            }
            throw BlobError(errno: errno, "A file cannot be given its name")
        }
        isNamed.withLock { $0 = false }
    }
}
