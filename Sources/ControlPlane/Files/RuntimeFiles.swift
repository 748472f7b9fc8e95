import Chromium
import FileStorage
import JSON
public import Model
import Recorder
import Store

/// Files between the store and the workspaces of active runtimes. Every call counts as activity.
public struct RuntimeFiles: Sendable {
    let files: Files
    let runtimes: Runtimes

    /// Puts a copy of a file into the runtime's workspace, where its browser can read it.
    /// - Parameter path: below the workspace; nil: the file's name, in a folder of its own when that is taken. What has the path is
    ///   replaced.
    /// - Throws: `file.not_found`; `runtime.not_found`; `runtime.not_active`; `runtime_file.path_invalid`; `storage.unavailable`.
    public func stage(
        _ id: FileID,
        in runtime: RuntimeID,
        at path: FilePath?,
        name: FileName?
    ) async throws -> StagedFile {
        let active = try await active(runtime)
        let file = try await files.get(id)
        let workspace = try await workspace(of: runtime)
        let staged = StagedFile(
            runtimeID: runtime,
            name: name?.text ?? path?.name.text ?? file.name,
            path: try await place(path, name ?? FileName(suggested: file.name), in: workspace),
            workspace: workspace.path,
            sizeInBytes: file.sizeInBytes
        )
        let reader = try await files.open(file)
        try await translated { () throws(BlobError) in try await workspace.write(reader, to: staged.path) }
        active.recorder.staged(file: id.description, at: staged.absolutePath)
        active.recorder.tell(.file("file.staged", "Staged", file))
        return staged
    }

    /// Keeps a copy of a file of the workspace in the store, as what the open run produced.
    /// - Throws: `file.not_found` when the workspace has no such file; `runtime_file.path_invalid` for links, folders and devices; and as
    ///   ``Files/keep(_:_:)``.
    public func collect(_ path: FilePath, from runtime: RuntimeID, _ request: CollectRequest) async throws -> File {
        let active = try await active(runtime)
        let workspace = try await workspace(of: runtime)
        let source = try await translated { () throws(BlobError) in try await workspace.open(path) }
        try files.checkSize(source.sizeInBytes)
        var draft = FileDraft(of: active.run, type: request.type ?? "collected", name: path.name)
        if let destination = request.destination { (draft.path, draft.conflict) = (destination, .refuse) }
        draft.name = request.name?.text
        draft.metadata = request.metadata
        let content = try await translated { () throws(BlobError) in
            try await files.blobs.temporary(from: source, closing: false)
        }
        let file = try await files.keep(draft, content)
        active.recorder.tell(.file("file.collected", "Collected", file))
        return file
    }

    /// Refuses what a call on an inactive runtime would refuse later, before bytes are read.
    public func requireActive(_ runtime: RuntimeID) async throws -> SpaceID { try await active(runtime).run.spaceID }

    private func active(_ id: RuntimeID) async throws -> ActiveRun {
        guard let active = await (try runtimes.controller(id)).active else {
            throw ControlPlaneError.runtimeNotActive(id)
        }
        active.activity.touch()
        return active
    }

    private func workspace(of runtime: RuntimeID) async throws -> Workspace {
        do throws(BrowserError) {
            let folder = try await runtimes.launcher.workspace(of: runtime)
            return Workspace(path: folder.path, user: folder.user, group: folder.group)
        } catch {
            throw ControlPlaneError(.storageUnavailable, "The runtime's workspace cannot be used: \(error.message)")
        }
    }

    private func place(_ path: FilePath?, _ name: FileName, in workspace: Workspace) async throws -> FilePath {
        if let path { return path }
        guard await workspace.has(FilePath([name])) else { return FilePath([name]) }
        return FilePath([FileName(suggested: "\(FileID())"), name])
    }

    /// Says in the contract's words what is wrong with a workspace's path.
    private func translated<Value>(_ work: () async throws(BlobError) -> Value) async throws -> Value {
        do throws(BlobError) {
            return try await work()
        } catch {
            switch error.code {
            case .missing: throw ControlPlaneError(.fileNotFound, "The workspace has no such file.")
            case .refused:
                throw ControlPlaneError(.runtimePathInvalid, "The path leads to something else than a plain file.")
            default: throw files.unavailable(error)
            }
        }
    }
}
