import GRDB
import Store

/// All changes of the schema, in order. One that was released is never edited: a further one follows it.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001-nouns", migrate: nouns)
        migrator.registerMigration("002-record", migrate: record)
        migrator.registerMigration("003-access", migrate: access)
        migrator.registerMigration("004-activity", migrate: activity)
        migrator.registerMigration("006-files", migrate: files)
        migrator.registerMigration("007-live", migrate: live)
        migrator.registerMigration("008-runtime-names", migrate: runtimeNames)
        return migrator
    }

    /// - Throws: `unavailable` when a newer version has changed the schema since.
    static func apply(to pool: DatabasePool) throws {
        guard try !pool.read(migrator.hasBeenSuperseded) else {
            throw StoreError(.unavailable, "The database was written by a newer Martlet: use that version.")
        }
        try migrator.migrate(pool)
    }
}
