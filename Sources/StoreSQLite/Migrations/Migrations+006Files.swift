import GRDB

extension Migrations {
    /// Files: what they are called and what blob holds their bytes. Several may have one blob.
    static func files(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE files (
                    id BLOB NOT NULL PRIMARY KEY,
                    spaceID BLOB NOT NULL,
                    namespace TEXT NOT NULL,
                    source TEXT NOT NULL,
                    type TEXT,
                    name TEXT NOT NULL,
                    path TEXT NOT NULL,
                    contentType TEXT NOT NULL,
                    sizeInBytes INTEGER NOT NULL,
                    digest BLOB NOT NULL,
                    runID BLOB,
                    runtimeID BLOB,
                    eventID TEXT,
                    metadata TEXT,
                    createdAt INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE UNIQUE INDEX files_path ON files (namespace, path);
                CREATE INDEX files_space ON files (spaceID, sizeInBytes);
                CREATE INDEX files_run ON files (runID, id, sizeInBytes) WHERE runID IS NOT NULL;
                CREATE INDEX files_runtime ON files (runtimeID, id) WHERE runtimeID IS NOT NULL;
                CREATE INDEX files_digest ON files (digest);
                """
        )
    }
}
