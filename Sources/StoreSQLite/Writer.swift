import GRDB
import Logging
import Store

/// Commits groups of writes, each of which succeeds or fails by itself.
struct Writer: Sendable {
    private let folder: String
    private let logger: Logger
    private var reserve: Reserve
    private var openRuns = OpenRuns()

    init(folder: String, reserve: Reserve, logger: Logger) {
        self.folder = folder
        self.logger = logger
        self.reserve = reserve
    }

    /// One result a write, nil for success.
    mutating func commit(_ group: [PendingWrite], to database: Database) -> [StoreError?] {
        switch transact(group, on: database) {
        case .success(let results): return results
        case .failure(let error) where group.count == 1 || error.outcome == .unknown:
            if error.code == .full, reserve.isHeld, let only = group.first, only.mayUseReserve {
                release(on: database)
                return commit(group, to: database)
            }
            logger.error("A transaction failed.", metadata: ["error": "\(error)"])
            return group.map { _ in error }
        case .failure:
            // Nothing was written: what made it fail must not fail the others.
            return group.flatMap { write in commit([write], to: database) }
        }
    }

    private mutating func transact(
        _ group: [PendingWrite],
        on database: Database
    ) -> Result<[StoreError?], StoreError> {
        var isCommitting = false
        do {
            var results: [StoreError?] = []
            try database.inTransaction(.immediate) {
                for write in group { results.append(try attempt(write, on: database)) }
                isCommitting = true
                return .commit
            }
            return .success(results)
        } catch {
            openRuns.forgetAll()
            return .failure(StoreError(error, folder: folder, committing: isCommitting))
        }
    }

    /// - Throws: When the transaction as a whole has failed.
    private mutating func attempt(_ write: PendingWrite, on database: Database) throws -> StoreError? {
        guard try write.mayUseReserve || hasReserve(on: database) else {
            return StoreError(.full, StoreError.fullMessage)
        }
        do {
            try database.inSavepoint {
                try write.body(database, &openRuns)
                return .commit
            }
            return nil
        } catch  where Self.isOfOneWrite(error) {
            if let run = write.run { openRuns.forget(run) }
            return StoreError(error, folder: folder)
        }
    }

    /// Whether a failure leaves the transaction as it was. A full disk, say, may have rolled all of it back.
    private static func isOfOneWrite(_ error: any Error) -> Bool {
        error is StoreError || (error as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT
    }

    private mutating func hasReserve(on database: Database) throws -> Bool {
        if reserve.isHeld { return true }
        guard reserve.restore() else { return false }
        try database.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
        logger.notice("There is space on the disk again.")
        return true
    }

    /// Frees the reserve. Checkpoints pause with it, or they would use it up to grow the database file.
    private mutating func release(on database: Database) {
        reserve.release()
        do {
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        } catch {
            logger.error("Checkpoints cannot be paused.", metadata: ["error": "\(StoreError(error, folder: folder))"])
        }
    }
}
