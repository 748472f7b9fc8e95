import GRDB
import Glibc
import Store

extension StoreError {
    /// What went wrong in the terms of the contract; never the values of a statement.
    /// - Parameter committing: Whether the failure came out of `COMMIT` itself.
    init(_ error: any Error, folder: String, committing: Bool = false) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error, folder: folder, committing: committing)
        case is CancellationError: self.init(.unavailable, "The task that asked was cancelled.")
        default: self.init(.unavailable, "The database cannot be used (\(type(of: error))).")
        }
    }

    private init(_ error: DatabaseError, folder: String, committing: Bool) {
        let isFull =
            error.resultCode == .SQLITE_FULL
            || error.resultCode == .SQLITE_IOERR && DiskSpace.isExhausted(folder: folder)
        // A commit that could not write its last frame or take the lock never was. After any other failure the frame may
        // be on the disk, where a restart would find it.
        let isKnown = !committing || [.SQLITE_FULL, .SQLITE_BUSY, .SQLITE_CONSTRAINT].contains(error.resultCode)
        let outcome: Outcome = isKnown ? .notWritten : .unknown
        if isFull {
            self.init(.full, outcome: outcome, Self.fullMessage)
        } else if [.SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY].contains(error.extendedResultCode) {
            self.init(.conflict, outcome: outcome, "A row with that id, name or hash is there already.")
        } else {
            let code = error.extendedResultCode.rawValue
            self.init(.unavailable, outcome: outcome, "The database cannot be used: SQLite result code \(code).")
        }
    }

    init(systemError code: Int32, _ what: String) {
        if code == ENOSPC || code == EDQUOT {
            self.init(.full, Self.fullMessage)
        } else {
            self.init(.unavailable, "\(what): \(String(cString: strerror(code))).")
        }
    }

    static let fullMessage = "The disk is full: free space, or enlarge the quota."

    static func unreadable(_ name: String) -> StoreError {
        StoreError(.unavailable, "A row with \(name) cannot be read: restore the database from a copy.")
    }
}

/// Tells a full disk from other failures of input and output: SQLite reports some of both under one code.
enum DiskSpace {
    /// Less than this is taken for full: SQLite writes pages, and grows its files by several at a time.
    static let leastInBytes: UInt64 = 128 * 1024

    static func isExhausted(folder: String) -> Bool {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return false }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize) < leastInBytes
    }
}
