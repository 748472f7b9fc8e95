import GRDB

extension Migrations {
    /// What a lease of a live view allows, when a lease was taken back, and the requests to people.
    static func live(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE leases ADD COLUMN control TEXT NOT NULL DEFAULT 'none';
                ALTER TABLE leases ADD COLUMN agentInput TEXT NOT NULL DEFAULT 'hold';
                ALTER TABLE leases ADD COLUMN name TEXT;
                ALTER TABLE leases ADD COLUMN revokedAt INTEGER;
                CREATE INDEX leases_run ON leases (runID);

                CREATE TABLE human_actions (
                    id BLOB NOT NULL PRIMARY KEY,
                    runtimeID BLOB NOT NULL,
                    runID BLOB,
                    message TEXT NOT NULL,
                    status TEXT NOT NULL,
                    createdAt INTEGER NOT NULL,
                    updatedAt INTEGER NOT NULL,
                    expiresAt INTEGER
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX human_actions_runtime ON human_actions (runtimeID, id);
                CREATE UNIQUE INDEX human_actions_pending ON human_actions (runtimeID) WHERE status = 'requested';
                """
        )
    }
}
