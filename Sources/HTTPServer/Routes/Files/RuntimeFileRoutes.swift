import API
import ControlPlane
import Hummingbird
import JSON
import Model
import Store

/// The files of one runtime and of one run: what they produced, and what they are given.
struct RuntimeFileRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runtimes/{runtimeId}/files", listOfRuntime)
        routes.on(.post, "/v1/runtimes/{runtimeId}/files/upload", upload)
        routes.on(.post, "/v1/runtimes/{runtimeId}/files/stage", stage)
        routes.on(.post, "/v1/runtimes/{runtimeId}/files/collect", collect)
        routes.on(.get, "/v1/runs/{runId}/files", listOfRun)
    }

    /// What its runs produced; not what was staged.
    @Sendable private func listOfRuntime(_ call: Call) async throws -> Response {
        let id = try call.runtimeID
        _ = try await controlPlane.runtimes.get(id)
        return try await list(call) { filter in
            filter.runtimeID = id
            filter.source = .runtime
        }
    }

    @Sendable private func listOfRun(_ call: Call) async throws -> Response {
        let id = try call.runID
        _ = try await controlPlane.runs.get(id)
        return try await list(call) { $0.runID = id }
    }

    private func list(_ call: Call, _ narrow: (inout FileFilter) -> Void) async throws -> Response {
        let query = try call.query()
        var filter = FileFilter()
        filter.types = Set(query.texts("type"))
        narrow(&filter)
        let page = PageRequest(before: try query.cursor(of: File.self), limit: try query.pageSize())
        let found = try await controlPlane.files.list(filter, page)
        let base = addresses.http(authority: call.authority)
        let items = found.items.map { $0.response(base: base) }
        return .json(ListResponse.json(items, nextCursor: found.nextCursor { "\($0.id)" }))
    }

    /// Keeps the file in the runtime's space, and stages it.
    @Sendable private func upload(_ call: Call) async throws -> Response {
        let runtime = try call.runtimeID
        let space = try await controlPlane.runtimeFiles.requireActive(runtime)
        let staged = try await UploadForm.with(call, controlPlane.files) { form in
            let draft = try form.draft(in: space, pathField: "destinationPath", or: .runtimePathInvalid)
            let path = try form.path("runtimePath", or: .runtimePathInvalid)
            let file = try await controlPlane.files.keep(draft, form.content)
            return try await stageNew(file, in: runtime, at: path)
        }
        return .json(staged.response)
    }

    /// A file that cannot be staged, say because the runtime was stopped meanwhile, is not kept either.
    private func stageNew(_ file: File, in runtime: RuntimeID, at path: FilePath?) async throws -> StagedFile {
        do {
            return try await controlPlane.runtimeFiles.stage(file.id, in: runtime, at: path, name: nil)
        } catch {
            try await controlPlane.files.delete(file.id)
            throw error
        }
    }

    @Sendable private func stage(_ call: Call) async throws -> Response {
        let runtime = try call.runtimeID
        let request = try RuntimeFileStageRequest(try await call.body())
        let staged = try await controlPlane.runtimeFiles.stage(
            request.fileID,
            in: runtime,
            at: request.runtimePath,
            name: request.name
        )
        return .json(staged.response)
    }

    @Sendable private func collect(_ call: Call) async throws -> Response {
        let runtime = try call.runtimeID
        let request = try RuntimeFileCollectRequest(try await call.body())
        let file = try await controlPlane.runtimeFiles.collect(
            request.runtimePath,
            from: runtime,
            CollectRequest(
                destination: request.destinationPath,
                name: request.name,
                type: request.type,
                metadata: request.metadata
            )
        )
        return .json(file.response(base: addresses.http(authority: call.authority)))
    }
}

extension StagedFile {
    /// The contract's RuntimeStagedFile. `absolutePath` is ours: what CDP `DOM.setFileInputFiles` takes.
    fileprivate var response: JSON {
        [
            "id": .id(id),
            "runtimeId": .id(runtimeID),
            "name": .string(name),
            "runtimePath": .string(path.description),
            "absolutePath": .string(absolutePath),
            "sizeBytes": .integer(sizeInBytes),
            "expiresAt": .null,
        ]
    }
}
