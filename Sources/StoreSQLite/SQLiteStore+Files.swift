import Foundation
import GRDB
import JSON
public import Model
public import Store

extension SQLiteStore {
    public func insert(_ file: File, quotaInBytes: Int64?) async throws(StoreError) {
        let metadata = file.metadata.map { JSON.object($0).text }
        try await write { database, _ in
            if let quotaInBytes {
                let held = try FileTotals(of: file.spaceID, in: database).bytes
                guard held + file.sizeInBytes <= quotaInBytes else {
                    throw StoreError(.quota, "The space would hold more than \(quotaInBytes) bytes.")
                }
            }
            try database.execute(
                sql: """
                    INSERT INTO files (id, spaceID, namespace, source, type, name, path, contentType, sizeInBytes, digest,
                        runID, runtimeID, eventID, metadata, createdAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    file.id.uuid.blob, file.spaceID.uuid.blob, file.namespace, file.source.rawValue, file.type,
                    file.name, file.path, file.contentType, file.sizeInBytes, Data(file.digest.bytes),
                    file.runID?.uuid.blob, file.runtimeID?.uuid.blob, file.eventID?.description, metadata,
                    file.createdAt.milliseconds,
                ]
            )
        }
    }

    public func file(_ id: FileID) async throws(StoreError) -> File? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM files WHERE id = ?", arguments: [id.uuid.blob])
                .map(File.init(row:))
        }
    }

    public func files(_ filter: FileFilter, _ page: PageRequest<FileID>) async throws(StoreError) -> Page<File> {
        try await read { database in
            try Listing("files", filter).page(page, from: database, decode: File.init(row:))
        }
    }

    public func hasPath(_ path: String, in namespace: String) async throws(StoreError) -> Bool {
        try await read { database in
            let sql = "SELECT 1 FROM files WHERE namespace = ? AND path = ?"
            return try Row.fetchOne(database, sql: sql, arguments: [namespace, path]) != nil
        }
    }

    public func update(_ file: File) async throws(StoreError) {
        let metadata = file.metadata.map { JSON.object($0).text }
        try await write { database, _ in
            try database.execute(
                sql: "UPDATE files SET name = ?, metadata = ?, eventID = ? WHERE id = ?",
                arguments: [file.name, metadata, file.eventID?.description, file.id.uuid.blob]
            )
            try database.requireChange("There is no such file.")
        }
    }

    public func deleteFile(_ id: FileID) async throws(StoreError) {
        try await write(mayUseReserve: true) { database, _ in
            try database.execute(sql: "DELETE FROM files WHERE id = ?", arguments: [id.uuid.blob])
            try database.requireChange("There is no such file.")
        }
    }

    public func referenced(_ digests: [SHA256Digest]) async throws(StoreError) -> Set<SHA256Digest> {
        try await read { database in
            let marks = databaseQuestionMarks(count: digests.count)
            let found = try Row.fetchAll(
                database,
                sql: "SELECT DISTINCT digest FROM files WHERE digest IN (\(marks))",
                arguments: StatementArguments(digests.map { Data($0.bytes) })
            )
            return Set(found.compactMap { SHA256Digest(bytes: $0.bytes("digest")) })
        }
    }

    public func fileTotals(of space: SpaceID) async throws(StoreError) -> FileTotals {
        try await read { database in try FileTotals(of: space, in: database) }
    }
}

extension FileTotals {
    fileprivate init(of space: SpaceID, in database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT count(*) AS count, ifnull(sum(sizeInBytes), 0) AS bytes FROM files WHERE spaceID = ?",
            arguments: [space.uuid.blob]
        )
        self.init(count: row?["count"] ?? 0, bytes: row?["bytes"] ?? 0)
    }
}

extension File {
    init(row: Row) throws {
        guard let digest = SHA256Digest(bytes: row.bytes("digest")) else { throw StoreError.unreadable("digest") }
        self.init(
            id: try row.id("id"),
            spaceID: try row.id("spaceID"),
            namespace: row["namespace"],
            source: try row.value("source"),
            type: row["type"],
            name: row["name"],
            path: row["path"],
            contentType: row["contentType"],
            sizeInBytes: row["sizeInBytes"],
            digest: digest,
            runID: try row.optionalID("runID"),
            runtimeID: try row.optionalID("runtimeID"),
            eventID: (row["eventID"] as String?).flatMap { EventID($0) },
            metadata: try row.optionalObject("metadata"),
            createdAt: row.time("createdAt")
        )
    }
}
