import Foundation
import GRDB
import Model
public import Store

extension SQLiteStore {
    private static let responseLifeInMilliseconds: Int64 = 86_400_000

    public func response(scope: String, key: String) async throws(StoreError) -> IdempotentResponse? {
        let oldest = Timestamp.now.milliseconds - Self.responseLifeInMilliseconds
        return try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM idempotent_responses WHERE scope = ? AND key = ? AND createdAt >= ?",
                arguments: [scope, key, oldest]
            )
            .map(IdempotentResponse.init(row:))
        }
    }

    public func insert(_ response: IdempotentResponse) async throws(StoreError) {
        let oldest = Timestamp.now.milliseconds - Self.responseLifeInMilliseconds
        try await write { database, _ in
            try database.execute(sql: "DELETE FROM idempotent_responses WHERE createdAt < ?", arguments: [oldest])
            try database.execute(
                sql: """
                    INSERT INTO idempotent_responses (scope, key, requestHash, status, body, createdAt)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    response.scope, response.key, Data(response.requestHash), response.status, Data(response.body),
                    response.createdAt.milliseconds,
                ]
            )
        }
    }
}

extension IdempotentResponse {
    fileprivate init(row: Row) {
        self.init(
            scope: row["scope"],
            key: row["key"],
            requestHash: row.bytes("requestHash"),
            status: row["status"],
            body: row.bytes("body"),
            createdAt: row.time("createdAt")
        )
    }
}
