import GRDB

extension Migrations {
    /// Spaces and runtimes. Ids are 16 bytes, times are milliseconds of Unix time, objects are JSON text.
    static func nouns(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE spaces (
                    id BLOB NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL,
                    environment TEXT NOT NULL,
                    isDefault INTEGER NOT NULL,
                    createdAt INTEGER NOT NULL,
                    updatedAt INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE UNIQUE INDEX spaces_default ON spaces (isDefault) WHERE isDefault = 1;

                CREATE TABLE runtimes (
                    id BLOB NOT NULL PRIMARY KEY,
                    spaceID BLOB NOT NULL,
                    name TEXT NOT NULL,
                    status TEXT NOT NULL,
                    config TEXT NOT NULL,
                    metadata TEXT,
                    activeRunID BLOB,
                    lastActivityAt INTEGER,
                    createdAt INTEGER NOT NULL,
                    updatedAt INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX runtimes_space ON runtimes (spaceID, id);
                """
        )
    }
}
