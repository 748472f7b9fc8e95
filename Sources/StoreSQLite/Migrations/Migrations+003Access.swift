import GRDB

extension Migrations {
    /// Keys, leases, and the responses kept for repeated requests. Of secrets only the SHA-256 is kept.
    static func access(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE api_keys (
                    id BLOB NOT NULL PRIMARY KEY,
                    name TEXT,
                    prefix TEXT NOT NULL,
                    hash BLOB NOT NULL UNIQUE,
                    createdAt INTEGER NOT NULL,
                    expiresAt INTEGER,
                    lastUsedAt INTEGER,
                    usageCount INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE leases (
                    id BLOB NOT NULL PRIMARY KEY,
                    runID BLOB NOT NULL,
                    purpose TEXT NOT NULL,
                    hash BLOB NOT NULL UNIQUE,
                    createdAt INTEGER NOT NULL,
                    expiresAt INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX leases_expiry ON leases (expiresAt);

                CREATE TABLE idempotent_responses (
                    scope TEXT NOT NULL,
                    key TEXT NOT NULL,
                    requestHash BLOB NOT NULL,
                    status INTEGER NOT NULL,
                    body BLOB NOT NULL,
                    createdAt INTEGER NOT NULL,
                    PRIMARY KEY (scope, key)
                ) STRICT;
                CREATE INDEX idempotent_responses_age ON idempotent_responses (createdAt);
                """
        )
    }
}
