import GRDB
public import Model
public import Store

extension SQLiteStore {
    public func insert(_ action: HumanAction) async throws(StoreError) {
        try await write { database, _ in
            try database.execute(
                sql: """
                    INSERT INTO human_actions
                        (id, runtimeID, runID, message, status, createdAt, updatedAt, expiresAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    action.id.uuid.blob, action.runtimeID.uuid.blob, action.runID?.uuid.blob, action.message,
                    action.status.rawValue, action.createdAt.milliseconds, action.updatedAt.milliseconds,
                    action.expiresAt?.milliseconds,
                ]
            )
        }
    }

    public func humanAction(of runtime: RuntimeID) async throws(StoreError) -> HumanAction? {
        let sql = """
            SELECT * FROM human_actions WHERE runtimeID = ? ORDER BY status = 'requested' DESC, id DESC LIMIT 1
            """
        return try await read { database in
            try Row.fetchOne(database, sql: sql, arguments: [runtime.uuid.blob]).map(HumanAction.init(row:))
        }
    }

    public func settle(_ id: HumanActionID, as status: HumanAction.Status, at time: Timestamp)
        async throws(StoreError) -> (action: HumanAction, isNew: Bool)
    {
        let isNew = try await write(finding: { database in
            try database.execute(
                sql: "UPDATE human_actions SET status = ?, updatedAt = ? WHERE id = ? AND status = 'requested'",
                arguments: [status.rawValue, time.milliseconds, id.uuid.blob]
            )
            return database.changesCount > 0
        })
        let settled = try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM human_actions WHERE id = ?", arguments: [id.uuid.blob])
                .map(HumanAction.init(row:))
        }
        guard let settled else { throw StoreError(.notFound, "There is no human action \(id).") }
        return (settled, isNew)
    }

    public func requestedHumanActions() async throws(StoreError) -> [HumanAction] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM human_actions WHERE status = 'requested'")
                .map(HumanAction.init(row:))
        }
    }
}

extension HumanAction {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            runtimeID: try row.id("runtimeID"),
            runID: try row.optionalID("runID"),
            message: row["message"],
            status: try row.value("status"),
            createdAt: row.time("createdAt"),
            updatedAt: row.time("updatedAt"),
            expiresAt: row.optionalTime("expiresAt")
        )
    }
}
