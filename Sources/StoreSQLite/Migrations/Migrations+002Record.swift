import GRDB

extension Migrations {
    /// Runs and their events. `runs.number` stands for the run's id in the tables of events, which have many
    /// rows; `events.position` is an ``EventPosition``, `milliseconds` the time in the event's id.
    ///
    /// Runs name no runtime or space by foreign key: they outlive both.
    static func record(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE runs (
                    number INTEGER NOT NULL PRIMARY KEY CHECK (number BETWEEN 1 AND 8388607),
                    id BLOB NOT NULL UNIQUE,
                    runtimeID BLOB NOT NULL,
                    spaceID BLOB NOT NULL,
                    status TEXT NOT NULL,
                    failureCode TEXT,
                    failureMessage TEXT,
                    startedAt INTEGER NOT NULL,
                    finishedAt INTEGER,
                    eventCount INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX runs_runtime ON runs (runtimeID, id);
                CREATE INDEX runs_space ON runs (spaceID, id);
                CREATE UNIQUE INDEX runs_open ON runs (runtimeID) WHERE status = 'active';

                CREATE TABLE event_kinds (
                    number INTEGER NOT NULL PRIMARY KEY,
                    run INTEGER NOT NULL,
                    type INTEGER NOT NULL,
                    status INTEGER,
                    pageID TEXT,
                    contextID TEXT
                ) STRICT;
                CREATE INDEX event_kinds_parts ON event_kinds (run, type, status, pageID, contextID);

                CREATE TABLE events (
                    position INTEGER NOT NULL PRIMARY KEY,
                    kind INTEGER NOT NULL,
                    milliseconds INTEGER NOT NULL,
                    json BLOB NOT NULL
                ) STRICT;
                CREATE INDEX events_kind ON events (kind, position);
                """
        )
    }
}
