import Foundation
import GRDB
public import Model
public import Store

extension SQLiteStore {
    public func insert(_ key: APIKey) async throws(StoreError) {
        try await write { database, _ in
            try database.execute(
                sql: """
                    INSERT INTO api_keys (id, name, prefix, hash, createdAt, expiresAt, lastUsedAt, usageCount)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    key.id.uuid.blob, key.name, key.prefix, Data(key.hash), key.createdAt.milliseconds,
                    key.expiresAt?.milliseconds, key.lastUsedAt?.milliseconds, key.usageCount,
                ]
            )
        }
    }

    public func apiKey(hash: [UInt8]) async throws(StoreError) -> APIKey? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM api_keys WHERE hash = ?", arguments: [Data(hash)])
                .map(APIKey.init(row:))
        }
    }

    public func apiKeys(_ page: PageRequest<APIKeyID>) async throws(StoreError) -> Page<APIKey> {
        try await read { database in
            try Listing("api_keys").page(page, from: database, decode: APIKey.init(row:))
        }
    }

    public func addUsage(_ count: Int64, at time: Timestamp, to id: APIKeyID) async throws(StoreError) {
        try await write { database, _ in
            try database.execute(
                sql: """
                    UPDATE api_keys SET usageCount = usageCount + ?, lastUsedAt = max(ifnull(lastUsedAt, 0), ?)
                    WHERE id = ?
                    """,
                arguments: [count, time.milliseconds, id.uuid.blob]
            )
        }
    }

    public func deleteAPIKey(_ id: APIKeyID) async throws(StoreError) {
        try await write(mayUseReserve: true) { database, _ in
            try database.execute(sql: "DELETE FROM api_keys WHERE id = ?", arguments: [id.uuid.blob])
            try database.requireChange("There is no such API key.")
        }
    }
}

extension APIKey {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            name: row["name"],
            prefix: row["prefix"],
            hash: row.bytes("hash"),
            createdAt: row.time("createdAt"),
            expiresAt: row.optionalTime("expiresAt"),
            lastUsedAt: row.optionalTime("lastUsedAt"),
            usageCount: row["usageCount"]
        )
    }
}
