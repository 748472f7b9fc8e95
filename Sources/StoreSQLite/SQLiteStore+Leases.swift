import Foundation
import GRDB
public import Model
public import Store

extension SQLiteStore {
    private static let keptAfterLapseInMilliseconds: Int64 = 86_400_000

    public func insert(_ lease: Lease) async throws(StoreError) {
        let lapsed = Timestamp.now.milliseconds - Self.keptAfterLapseInMilliseconds
        try await write { database, _ in
            try database.execute(sql: "DELETE FROM leases WHERE expiresAt < ?", arguments: [lapsed])
            try database.execute(
                sql: """
                    INSERT INTO leases (id, runID, purpose, hash, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    lease.id.uuid.blob, lease.runID.uuid.blob, lease.purpose.rawValue, Data(lease.hash),
                    lease.createdAt.milliseconds, lease.expiresAt.milliseconds,
                ]
            )
        }
    }

    public func lease(hash: [UInt8]) async throws(StoreError) -> Lease? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM leases WHERE hash = ?", arguments: [Data(hash)])
                .map(Lease.init(row:))
        }
    }
}

extension Lease {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            runID: try row.id("runID"),
            purpose: try row.value("purpose"),
            hash: row.bytes("hash"),
            createdAt: row.time("createdAt"),
            expiresAt: row.time("expiresAt")
        )
    }
}
