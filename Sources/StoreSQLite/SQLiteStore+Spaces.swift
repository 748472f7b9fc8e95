import GRDB
import JSON
public import Model
public import Store

extension SQLiteStore {
    public func insert(_ space: Space) async throws(StoreError) {
        let environment = JSON.object(space.environment).text
        try await write { database, _ in
            try database.execute(
                sql: """
                    INSERT INTO spaces (id, name, environment, isDefault, createdAt, updatedAt)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    space.id.uuid.blob, space.name, environment, space.isDefault, space.createdAt.milliseconds,
                    space.updatedAt.milliseconds,
                ]
            )
        }
    }

    public func space(_ id: SpaceID) async throws(StoreError) -> Space? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM spaces WHERE id = ?", arguments: [id.uuid.blob])
                .map(Space.init(row:))
        }
    }

    public func defaultSpace() async throws(StoreError) -> Space? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM spaces WHERE isDefault = 1").map(Space.init(row:))
        }
    }

    public func spaces(_ page: PageRequest<SpaceID>) async throws(StoreError) -> Page<Space> {
        try await read { database in
            try Listing("spaces").page(page, from: database, decode: Space.init(row:))
        }
    }

    public func update(_ space: Space) async throws(StoreError) {
        let environment = JSON.object(space.environment).text
        try await write { database, _ in
            try database.execute(
                sql: "UPDATE spaces SET name = ?, environment = ?, updatedAt = ? WHERE id = ?",
                arguments: [space.name, environment, space.updatedAt.milliseconds, space.id.uuid.blob]
            )
            try database.requireChange("There is no such space.")
        }
    }

    public func deleteSpace(_ id: SpaceID) async throws(StoreError) -> [RuntimeID] {
        try await write(
            mayUseReserve: true,
            finding: { database in
                let open =
                    "SELECT 1 FROM runs WHERE status = 'active' AND runtimeID IN (SELECT id FROM runtimes WHERE spaceID = ?)"
                guard try Row.fetchOne(database, sql: open, arguments: [id.uuid.blob]) == nil else {
                    throw StoreError(.conflict, "A runtime of the space has an open run: stop it first.")
                }
                let runtimes = try Row.fetchAll(
                    database,
                    sql: "DELETE FROM runtimes WHERE spaceID = ? RETURNING id",
                    arguments: [id.uuid.blob]
                )
                try database.execute(sql: "DELETE FROM spaces WHERE id = ?", arguments: [id.uuid.blob])
                try database.requireChange("There is no such space.")
                return try runtimes.map { try $0.id("id") }
            }
        )
    }
}

extension Space {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            name: row["name"],
            environment: try row.object("environment"),
            isDefault: row["isDefault"],
            createdAt: row.time("createdAt"),
            updatedAt: row.time("updatedAt")
        )
    }
}
