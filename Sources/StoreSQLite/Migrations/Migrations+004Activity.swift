import GRDB

extension Migrations {
    /// The activity of runs. `position` is an ``EventPosition`` with the item's number, `milliseconds` the time in the item's id.
    ///
    /// A run has tens of items where it has thousands of events, so filters walk the run's items.
    static func activity(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE activity (
                    position INTEGER NOT NULL PRIMARY KEY,
                    milliseconds INTEGER NOT NULL,
                    type TEXT NOT NULL,
                    category TEXT NOT NULL,
                    severity TEXT NOT NULL,
                    view TEXT NOT NULL,
                    invocationID TEXT,
                    fileID TEXT,
                    json BLOB NOT NULL
                ) STRICT;
                """
        )
    }
}
