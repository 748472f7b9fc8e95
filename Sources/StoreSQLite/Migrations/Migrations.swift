import GRDB

/// All changes of the schema, in order. One that was released is never edited: a further one follows it.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001-nouns", migrate: nouns)
        migrator.registerMigration("002-record", migrate: record)
        migrator.registerMigration("003-access", migrate: access)
        return migrator
    }
}
