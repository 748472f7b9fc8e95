import Glibc
import Store
import Synchronization

/// Keeps a second process out of a folder: an exclusive `flock` on its file `lock`, which the kernel drops when the
/// process ends, however it ends.
final class FolderLock: Sendable {
    /// Nil once released.
    private let descriptor: Mutex<Int32?>

    init(folder: String) throws(StoreError) {
        let file = open("\(folder)/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StoreError(systemError: errno, "The folder's lock cannot be opened") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(file)
            guard reason == EWOULDBLOCK else {
                throw StoreError(systemError: reason, "The folder cannot be locked")
            }
            throw StoreError(
                .unavailable,
                "The folder is in use by another Martlet. Stop that one, or give this one a folder of its own."
            )
        }
        descriptor = Mutex(file)
    }

    deinit { release() }

    func release() {
        descriptor.withLock { file in
            if let open = file { close(open) }
            file = nil
        }
    }
}
