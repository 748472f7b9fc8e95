public import JSON

extension Martlet {
    /// All files, of whatever run or upload.
    public struct Files: Sendable {
        let transport: Transport

        /// One page of files, newest first.
        public func list(
            _ filter: FileFilter = FileFilter(),
            cursor: String? = nil,
            limit: Int? = nil
        ) async throws -> Page<File> {
            try await transport.page("file", ["files"], query: filter.query, cursor: cursor, limit: limit)
        }

        /// All files, newest first, page by page.
        public func all(_ filter: FileFilter = FileFilter()) -> Pages<File> {
            transport.pages("file", ["files"], query: filter.query)
        }

        /// What is known of a file. Throws `notFound`.
        public func get(_ id: FileID) async throws -> File {
            try file(try await transport.call(.get, "files", id.rawValue))
        }

        /// Changes what is given.
        /// - Parameter metadata: `.null` clears it.
        public func update(_ id: FileID, name: String? = nil, metadata: JSON? = nil) async throws -> File {
            var body = JSONObject()
            body["name"] = name.map(JSON.string)
            body["metadata"] = metadata
            return try file(try await transport.call(.patch, "files", id.rawValue, body: .object(body)))
        }

        /// Deletes a file and its bytes. Throws `notFound`.
        public func delete(_ id: FileID) async throws {
            _ = try await transport.call(.delete, "files", id.rawValue)
        }

        private func file(_ answer: JSON) throws -> File { try File(Fields(answer, "file")) }
    }

    /// What an archive of a run may hold beside its files.
    public struct ArchivePart: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// All events, as JSON Lines.
        public static let events: ArchivePart = "events"
        /// All activity, as JSON Lines.
        public static let activity: ArchivePart = "activity"
        /// The pictures, as the server keeps them.
        public static let recording: ArchivePart = "recording"
    }

    /// What a run produced.
    public struct RunFiles: Sendable {
        let transport: Transport

        /// One page of files, newest first.
        public func list(_ run: RunID, type: [String] = [], cursor: String? = nil, limit: Int? = nil) async throws
            -> Page<File>
        {
            var query: Query = [:]
            query.add("type", type)
            return try await transport.page(
                "file",
                ["runs", run.rawValue, "files"],
                query: query,
                cursor: cursor,
                limit: limit
            )
        }

        /// All files of the run, newest first, page by page.
        public func all(_ run: RunID, type: [String] = []) -> Pages<File> {
            var query: Query = [:]
            query.add("type", type)
            return transport.pages("file", ["runs", run.rawValue, "files"], query: query)
        }

        /// Puts the run's files into a ZIP in the store, which can then be downloaded.
        /// - Parameters:
        ///   - name: of the archive, 1 to 255 characters without a slash; `.zip` is added where it is missing. Default `run-files.zip`.
        ///   - type: only files of these types; empty: all but earlier exports.
        ///   - include: what goes in beside the files, so that the archive is the whole run. Martlet's own.
        ///   - idempotencyKey: the same key gives the same archive for a day. Default: none, so two calls make two.
        public func export(
            _ run: RunID,
            name: String? = nil,
            type: [String] = [],
            include: [ArchivePart] = [],
            idempotencyKey: String? = nil
        ) async throws -> File {
            var body = JSONObject()
            body["name"] = name.map(JSON.string)
            if !type.isEmpty { body["type"] = .array(type.map(JSON.string)) }
            if !include.isEmpty { body["include"] = .array(include.map { .string($0.rawValue) }) }
            var request = Request(method: .post, path: Path.v1(["runs", run.rawValue, "files", "export"]))
            request.body = .json(.object(body))
            request.idempotencyKey = idempotencyKey
            request.timeout = .seconds(600)
            return try File(Fields(try await transport.call(request), "file"))
        }
    }
}
