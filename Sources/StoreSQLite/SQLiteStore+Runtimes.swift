import GRDB
import JSON
public import Model
public import Store

extension SQLiteStore {
    public func insert(_ runtime: Runtime) async throws(StoreError) {
        let metadata = runtime.metadata.map { JSON.object($0).text }
        let config = runtime.config.storedText
        try await write { database, _ in
            guard try database.exists("spaces", blob: runtime.spaceID.uuid.blob) else {
                throw StoreError(.notFound, "There is no such space.")
            }
            try database.execute(
                sql: """
                    INSERT INTO runtimes (id, spaceID, name, status, config, metadata, activeRunID, lastActivityAt,
                        createdAt, updatedAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    runtime.id.uuid.blob, runtime.spaceID.uuid.blob, runtime.name, runtime.status.rawValue, config,
                    metadata, runtime.activeRunID?.uuid.blob, runtime.lastActivityAt?.milliseconds,
                    runtime.createdAt.milliseconds, runtime.updatedAt.milliseconds,
                ]
            )
        }
    }

    public func runtime(_ id: RuntimeID) async throws(StoreError) -> Runtime? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM runtimes WHERE id = ?", arguments: [id.uuid.blob])
                .map(Runtime.init(row:))
        }
    }

    public func runtimes(
        _ filter: RuntimeFilter,
        _ page: PageRequest<RuntimeID>
    ) async throws(StoreError) -> Page<Runtime> {
        try await read { database in
            var listing = Listing("runtimes")
            listing.require("spaceID", equals: filter.spaceID)
            listing.require("status", in: filter.statuses)
            return try listing.page(page, from: database, decode: Runtime.init(row:))
        }
    }

    public func updateSettings(of runtime: Runtime) async throws(StoreError) {
        let config = runtime.config.storedText
        try await write { database, _ in
            try database.execute(
                sql: "UPDATE runtimes SET name = ?, config = ?, updatedAt = ? WHERE id = ?",
                arguments: [runtime.name, config, runtime.updatedAt.milliseconds, runtime.id.uuid.blob]
            )
            try database.requireChange("There is no such runtime.")
        }
    }

    public func updateLife(of runtime: Runtime) async throws(StoreError) {
        try await write { database, _ in
            try database.execute(
                sql: "UPDATE runtimes SET status = ?, activeRunID = ?, lastActivityAt = ? WHERE id = ?",
                arguments: [
                    runtime.status.rawValue, runtime.activeRunID?.uuid.blob, runtime.lastActivityAt?.milliseconds,
                    runtime.id.uuid.blob,
                ]
            )
            try database.requireChange("There is no such runtime.")
        }
    }

    public func deleteRuntime(_ id: RuntimeID) async throws(StoreError) {
        try await write(mayUseReserve: true) { database, _ in
            let open = "SELECT 1 FROM runs WHERE status = 'active' AND runtimeID = ?"
            guard try Row.fetchOne(database, sql: open, arguments: [id.uuid.blob]) == nil else {
                throw StoreError(.conflict, "The runtime has an open run: stop it first.")
            }
            try database.execute(sql: "DELETE FROM runtimes WHERE id = ?", arguments: [id.uuid.blob])
            try database.requireChange("There is no such runtime.")
        }
    }
}

extension Runtime {
    fileprivate init(row: Row) throws {
        guard let config = RuntimeConfig(stored: try row.object("config")) else {
            throw StoreError.unreadable("config")
        }
        self.init(
            id: try row.id("id"),
            spaceID: try row.id("spaceID"),
            name: row["name"],
            status: try row.value("status"),
            config: config,
            metadata: try row.optionalObject("metadata"),
            activeRunID: try row.optionalID("activeRunID"),
            lastActivityAt: row.optionalTime("lastActivityAt"),
            createdAt: row.time("createdAt"),
            updatedAt: row.time("updatedAt")
        )
    }
}
