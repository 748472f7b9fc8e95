public import JSON

extension Martlet {
    /// Files that go into a running browser's workspace and come out of it.
    public struct RuntimeFiles: Sendable {
        let transport: Transport

        /// One page of the files that came out of a runtime, newest first.
        public func list(_ runtime: RuntimeID, type: [String] = [], cursor: String? = nil, limit: Int? = nil)
            async throws
            -> Page<File>
        {
            let path = ["runtimes", runtime.rawValue, "files"]
            return try await transport.page("file", path, query: Self.query(type), cursor: cursor, limit: limit)
        }

        /// All files that came out of a runtime, newest first, page by page.
        public func all(_ runtime: RuntimeID, type: [String] = []) -> Pages<File> {
            transport.pages("file", ["runtimes", runtime.rawValue, "files"], query: Self.query(type))
        }

        private static func query(_ type: [String]) -> Query {
            var query: Query = [:]
            query.add("type", type)
            return query
        }

        /// Stores a file of this machine and puts it into the workspace.
        /// - Parameters:
        ///   - local: path of the file on this machine.
        ///   - destinationPath: where it is to be in the store; nil: the server chooses.
        ///   - runtimePath: where it is to be in the workspace; nil: its name.
        ///   - timeout: for the whole; default an hour.
        /// - Throws: `conflict` (`runtime.not_active`).
        public func upload(
            _ runtime: RuntimeID,
            _ local: String,
            name: String? = nil,
            destinationPath: String? = nil,
            runtimePath: String? = nil,
            metadata: JSONObject? = nil,
            timeout: Duration = .seconds(3600),
            progress: (@Sendable (_ sent: Int, _ whole: Int) -> Void)? = nil
        ) async throws -> StagedFile {
            let fields = [
                ("name", name), ("destinationPath", destinationPath), ("runtimePath", runtimePath),
                ("metadata", metadata.map { JSON.object($0).text }),
            ]
            let body = try await MultipartBody(local, name: name, fields: fields, progress: progress)
            var request = Request(method: .post, path: Path.v1(["runtimes", runtime.rawValue, "files", "upload"]))
            request.body = body.request
            request.timeout = timeout
            return try StagedFile(Fields(try await transport.call(request), "staged file"))
        }

        /// Puts a stored file into the workspace.
        /// - Throws: `conflict` (`runtime.not_active`).
        public func stage(
            _ runtime: RuntimeID,
            _ file: FileID,
            runtimePath: String? = nil,
            name: String? = nil
        ) async throws -> StagedFile {
            var body: JSONObject = ["fileId": .string(file.rawValue)]
            body["runtimePath"] = runtimePath.map(JSON.string)
            body["name"] = name.map(JSON.string)
            let answer = try await transport.call(
                .post,
                "runtimes",
                runtime.rawValue,
                "files",
                "stage",
                body: .object(body)
            )
            return try StagedFile(Fields(answer, "staged file"))
        }

        /// Takes a file out of the workspace into the store, as one of the active run.
        /// - Throws: `conflict` (`runtime.not_active`), `validation` (`runtime_file.path_invalid`).
        public func collect(
            _ runtime: RuntimeID,
            runtimePath: String,
            destinationPath: String? = nil,
            name: String? = nil,
            type: String? = nil,
            metadata: JSONObject? = nil
        ) async throws -> File {
            var body: JSONObject = ["runtimePath": .string(runtimePath)]
            body["destinationPath"] = destinationPath.map(JSON.string)
            body["name"] = name.map(JSON.string)
            body["type"] = type.map(JSON.string)
            body["metadata"] = metadata.map(JSON.object)
            let answer = try await transport.call(
                .post,
                "runtimes",
                runtime.rawValue,
                "files",
                "collect",
                body: .object(body)
            )
            return try File(Fields(answer, "file"))
        }
    }
}
