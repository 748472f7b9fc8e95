import Glibc
import Model

/// An open folder; closed when it goes.
final class OpenFolder: Sendable {
    let descriptor: Int32

    static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

    /// - Parameter path: of a folder whose way is ours alone.
    init(_ path: String) throws(BlobError) {
        descriptor = open(path, Self.flags)
        guard descriptor >= 0 else { throw BlobError(errno: errno, "The workspace cannot be opened") }
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// The folder in this one that has a name.
    /// - Parameter making: makes it when it is missing, for `user`.
    func below(_ name: FileName, making: Bool, user: uid_t?, group: gid_t?) throws(BlobError) -> OpenFolder {
        var opened = openat(descriptor, name.text, Self.flags)
        if opened < 0, errno == ENOENT, making {
            guard mkdirat(descriptor, name.text, 0o700) == 0 || errno == EEXIST else {
                throw BlobError(errno: errno, "A folder cannot be made")
            }
            opened = openat(descriptor, name.text, Self.flags)
            if opened >= 0, let user, let group { _ = fchown(opened, user, group) }
        }
        // A link gives ENOTDIR here.
        if opened < 0, errno == ENOTDIR || errno == ELOOP {
            throw BlobError(.refused, "A part of the path is no folder.")
        }
        guard opened >= 0 else { throw BlobError(errno: errno, "A folder cannot be opened") }
        return OpenFolder(descriptor: opened)
    }
}
