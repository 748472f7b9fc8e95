import Glibc
import Logging

/// The file `reserve`: 4 MiB that are given back to a full disk, so that open runs can still be closed, files deleted and keys revoked.
struct Reserve: Sendable {
    static let sizeInBytes = 4 * 1024 * 1024

    private(set) var isHeld = false
    private let path: String
    private let logger: Logger

    init(folder: String, logger: Logger) {
        path = "\(folder)/reserve"
        self.logger = logger
        if !restore() { logger.warning("There is no space for the reserve: runs are refused until there is.") }
    }

    /// Gives the space back to the disk.
    mutating func release() {
        unlink(path)
        isHeld = false
        logger.error("The disk is full: the reserve is used to close runs and to delete, everything else is refused.")
    }

    /// Takes the space again. False when there is none.
    mutating func restore() -> Bool {
        let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        isHeld = posix_fallocate(file, 0, off_t(Self.sizeInBytes)) == 0
        // What an attempt in vain did take must not be missing elsewhere.
        if !isHeld { unlink(path) }
        return isHeld
    }
}
