import GRDB

extension Migrations {
    /// The name that a run's runtime had. Of runs whose runtime was deleted before, it is not known any more.
    static func runtimeNames(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE runs ADD COLUMN runtimeName TEXT NOT NULL DEFAULT 'Deleted runtime';
                UPDATE runs SET runtimeName = runtimes.name FROM runtimes WHERE runtimes.id = runs.runtimeID;
                """
        )
    }
}
