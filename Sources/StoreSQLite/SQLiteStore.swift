import GRDB
public import Logging
public import Model
public import Store
import Synchronization

/// The storage contract on one SQLite file, in WAL mode, with one writer.
///
/// Every write is synced to the disk before its call returns (`PRAGMA synchronous=FULL`): it survives a killed process
/// and a power cut. Writes that arrive while a transaction is under way share the next one. Reads run beside them, on
/// up to four connections, and see all that was committed when they began.
///
/// Beside the file lie SQLite's `-wal` and `-shm`, a `lock` that keeps a second process out, and `reserve`, 4 MiB that
/// are given back to a full disk so that open runs can still be closed.
///
/// A write is not cancelled with its task; a read is, and throws `unavailable`.
public final class SQLiteStore: Store, Sendable {
    let pool: DatabasePool
    let writes: WriteQueue
    private let folder: String
    private let lock: FolderLock

    /// Opens the file, making it (mode 0600) or bringing its tables up to date where needed.
    /// - Parameters:
    ///   - path: The database file. Its folder must exist, be on a local disk, and hold nothing of another store.
    ///   - logger: Told when the disk is full and when there is space again.
    /// - Throws: `unavailable` when the folder is in use by another process, or the file cannot be opened; `full`.
    public init(path: String, logger: Logger) throws(StoreError) {
        folder = DatabaseFile.folder(of: path)
        lock = try FolderLock(folder: folder)
        try DatabaseFile.create(path)
        let reserve = Reserve(folder: folder, logger: logger)
        do {
            pool = try DatabaseFile.open(path)
            try Migrations.apply(to: pool)
        } catch {
            throw StoreError(error, folder: folder)
        }
        writes = WriteQueue(pool: pool, folder: folder, reserve: reserve, logger: logger)
    }

    public var events: any RecordStore<Event> { SQLiteRecord<EventTable>(store: self) }
    public var activity: any RecordStore<ActivityItem> { SQLiteRecord<ActivityTable>(store: self) }

    /// Ends the store: waits for the writes that were submitted, refuses further ones, and lets go of the folder.
    /// - Throws: `unavailable` while a read is under way; the call may be repeated.
    public func close() throws(StoreError) {
        writes.refuse()
        do {
            try pool.close()
        } catch {
            throw StoreError(error, folder: folder)
        }
        lock.release()
    }

    /// Reads in one snapshot, on a connection of its own.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw StoreError(error, folder: folder)
        }
    }

    /// Writes in a savepoint of a transaction that may be shared; returns when it is on the disk.
    func write(
        run: RunID? = nil,
        weight: Int = 0,
        mayUseReserve: Bool = false,
        _ body: @escaping @Sendable (Database, inout OpenRuns) throws -> Void
    ) async throws(StoreError) {
        let write = PendingWrite(run: run, weight: weight, mayUseReserve: mayUseReserve, body: body)
        if let error = await writes.submit(write) { throw error }
    }

    /// Writes as above, and gives what the write has found.
    func write<Value: Sendable>(
        mayUseReserve: Bool = false,
        finding body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        let found = Found<Value>()
        try await write(mayUseReserve: mayUseReserve) { database, _ in
            let value = try body(database)
            // Set anew when the transaction is done again.
            found.value.withLock { $0 = value }
        }
        guard let value = found.value.withLock({ $0 }) else {
            throw StoreError(.unavailable, "The write was not done.")
        }
        return value
    }

    private final class Found<Value: Sendable>: Sendable { let value = Mutex<Value?>(nil) }
}
