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
                    INSERT INTO leases
                        (id, runID, purpose, hash, createdAt, expiresAt, control, agentInput, name)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    lease.id.uuid.blob, lease.runID.uuid.blob, lease.purpose.rawValue, Data(lease.hash),
                    lease.createdAt.milliseconds, lease.expiresAt.milliseconds, lease.terms.control.rawValue,
                    lease.terms.agentInput.rawValue, lease.terms.name,
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

    public func leases(of run: RunID) async throws(StoreError) -> [Lease] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM leases WHERE runID = ? ORDER BY id",
                arguments: [run.uuid.blob]
            ).map(Lease.init(row:))
        }
    }

    public func revoke(_ lease: LeaseID, of run: RunID, at time: Timestamp) async throws(StoreError) -> Lease {
        try await write(mayUseReserve: true) { database, _ in
            try database.execute(
                sql: "UPDATE leases SET revokedAt = coalesce(revokedAt, ?) WHERE id = ? AND runID = ?",
                arguments: [time.milliseconds, lease.uuid.blob, run.uuid.blob]
            )
        }
        let revoked = try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM leases WHERE id = ? AND runID = ?",
                arguments: [lease.uuid.blob, run.uuid.blob]
            ).map(Lease.init(row:))
        }
        guard let revoked else { throw StoreError(.notFound, "There is no lease \(lease).") }
        return revoked
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
            expiresAt: row.time("expiresAt"),
            terms: Lease.Terms(
                control: try row.value("control"),
                agentInput: try row.value("agentInput"),
                name: row["name"]
            ),
            revokedAt: row.optionalTime("revokedAt")
        )
    }
}
