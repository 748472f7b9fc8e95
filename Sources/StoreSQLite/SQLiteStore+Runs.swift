import GRDB
public import Model
public import Store

extension SQLiteStore {
    public func open(_ run: Run, first: Event) async throws(StoreError) {
        try await write(run: run.id, weight: first.json.count) { database, openRuns in
            guard try database.exists("runtimes", blob: run.runtimeID.uuid.blob) else {
                throw StoreError(.notFound, "There is no such runtime.")
            }
            try database.execute(
                sql: """
                    INSERT INTO runs (id, runtimeID, runtimeName, spaceID, status, startedAt, eventCount)
                    VALUES (?, ?, ?, ?, 'active', ?, 0)
                    """,
                arguments: [
                    run.id.uuid.blob, run.runtimeID.uuid.blob, run.runtimeName, run.spaceID.uuid.blob,
                    run.startedAt.milliseconds,
                ]
            )
            try openRuns.update(run.id, from: database) { open in try open.append([first], to: database) }
            try database.execute(
                sql: "UPDATE runtimes SET status = 'active', activeRunID = ?, updatedAt = ? WHERE id = ?",
                arguments: [run.id.uuid.blob, run.startedAt.milliseconds, run.runtimeID.uuid.blob]
            )
        }
    }

    public func close(_ run: RunID, _ end: RunEnd, last: [Event], activity: [ActivityItem]) async throws(StoreError) {
        let weight = last.reduce(0) { $0 + $1.json.count } + activity.reduce(0) { $0 + $1.json.count }
        try await write(run: run, weight: weight, mayUseReserve: true) { database, openRuns in
            try openRuns.update(run, from: database) { open in
                try open.append(last, to: database)
                if !activity.isEmpty { try ActivityTable.append(activity, to: &open, in: database) }
                try database.execute(
                    sql: """
                        UPDATE runs SET status = ?, failureCode = ?, failureMessage = ?, finishedAt = ?, eventCount = ?
                        WHERE number = ?
                        """,
                    arguments: [
                        end.status.rawValue, end.failure?.code.rawValue, end.failure?.message,
                        end.finishedAt.milliseconds, open.last, open.row,
                    ]
                )
            }
            try database.execute(
                sql: "UPDATE runtimes SET status = ?, activeRunID = NULL, updatedAt = ? WHERE activeRunID = ?",
                arguments: [end.status.rawValue, end.finishedAt.milliseconds, run.uuid.blob]
            )
            openRuns.forget(run)
        }
    }

    public func run(_ id: RunID) async throws(StoreError) -> Run? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT \(Run.columns) FROM runs WHERE id = ?",
                arguments: [id.uuid.blob]
            )
            .map(Run.init(row:))
        }
    }

    public func runs(_ filter: RunFilter, _ page: PageRequest<RunID>) async throws(StoreError) -> Page<Run> {
        try await read { database in
            var listing = Listing("runs", columns: Run.columns)
            listing.require("spaceID", equals: filter.spaceID)
            listing.require("runtimeID", equals: filter.runtimeID)
            listing.require("status", in: filter.statuses)
            return try listing.page(page, from: database, decode: Run.init(row:))
        }
    }

    public func openRuns() async throws(StoreError) -> [Run] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT \(Run.columns) FROM runs WHERE status = 'active' ORDER BY id"
            )
            .map(Run.init(row:))
        }
    }
}

extension Run {
    /// The count of an open run is its last event's number; that of a closed one is kept with it.
    fileprivate static let columns = """
        id, runtimeID, runtimeName, spaceID, status, failureCode, failureMessage, startedAt, finishedAt,
        CASE status WHEN 'active'
            THEN ifnull((
                SELECT position & 1099511627775 FROM events
                WHERE position BETWEEN number << 40 AND (number << 40 | 1099511627775)
                ORDER BY position DESC LIMIT 1
            ), 0)
            ELSE eventCount END AS eventCount,
        (SELECT count(*) FROM files WHERE files.runID = runs.id) AS fileCount,
        (SELECT ifnull(sum(sizeInBytes), 0) FROM files WHERE files.runID = runs.id) AS fileBytes
        """

    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            runtimeID: try row.id("runtimeID"),
            runtimeName: row["runtimeName"],
            spaceID: try row.id("spaceID"),
            status: try row.value("status"),
            failure: try RunFailure(row: row),
            startedAt: row.time("startedAt"),
            finishedAt: row.optionalTime("finishedAt"),
            eventCount: row["eventCount"],
            fileCount: row["fileCount"],
            fileBytes: row["fileBytes"]
        )
    }
}

extension RunFailure {
    fileprivate init?(row: Row) throws {
        guard row["failureCode"] as String? != nil else { return nil }
        self.init(code: try row.value("failureCode"), message: row["failureMessage"] ?? "")
    }
}
