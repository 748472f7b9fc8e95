public import FileStorage
import JSON
import Logging
public import Model
import Store

extension Files {
    /// Who shares the files of a space: those of its storage namespace (`environment.storage.namespace`), else it alone.
    public func namespace(of space: Space) -> String {
        guard let name = space.environment["storage"]?["namespace"]?.stringValue else { return "space:\(space.id)" }
        return "name:\(name)"
    }

    /// What a run produces is kept also when its space was deleted meanwhile.
    func namespace(of draft: FileDraft) async throws -> String {
        if let space = try await store.space(draft.spaceID) { return namespace(of: space) }
        guard draft.run != nil else { throw ControlPlaneError.spaceNotFound(draft.spaceID) }
        return "space:\(draft.spaceID)"
    }

    /// Inserts the row of a committed blob, or removes the blob again.
    func insert(_ draft: FileDraft, _ blob: Blob, _ namespace: String) async throws -> File {
        var error = try await attempt(draft, draft.path, blob, namespace)
        var number = 1
        while case .failure(let failure) = error, failure.code == .conflict, draft.conflict == .number {
            number += 1
            let path = number < 100 ? draft.path.numbered(number) : draft.path.named(draft.id)
            guard number <= 100 else { break }
            error = try await attempt(draft, path, blob, namespace)
        }
        switch error {
        case .success(let file): return file
        case .failure(let failure):
            // A row whose fate is not known may still turn up after a restart; the sweep of that start decides.
            if failure.outcome == .notWritten { await removeUnreferenced(blob.digest) }
            throw failure.code == .conflict ? ControlPlaneError.pathExists(draft.path) : failure
        }
    }

    private func attempt(
        _ draft: FileDraft,
        _ path: FilePath,
        _ blob: Blob,
        _ namespace: String
    ) async throws -> Result<File, StoreError> {
        let file = File(
            id: draft.id,
            spaceID: draft.spaceID,
            namespace: namespace,
            source: draft.source,
            type: draft.type,
            name: draft.name ?? path.name.text,
            path: path.description,
            contentType: draft.contentType,
            sizeInBytes: blob.sizeInBytes,
            digest: blob.digest,
            runID: draft.run,
            runtimeID: draft.runtime,
            metadata: draft.metadata
        )
        do throws(StoreError) {
            try await store.insert(file, quotaInBytes: settings.maximumSpaceBytes)
            return .success(file)
        } catch {
            return .failure(error)
        }
    }

    /// Frees a blob that no row refers to. Only under the digest's lock. What fails here is made good by the next start's sweep.
    func removeUnreferenced(_ digest: SHA256Digest) async {
        do {
            guard try await store.referenced([digest]).isEmpty else { return }
            try await blobs.remove(digest)
        } catch {
            logger.warning("A blob is left for the next start", metadata: ["error": "\(error)"])
        }
    }

    /// Frees what an earlier process left. Only at the start.
    func sweep() async throws {
        let freed = try await blobs.sweep { [store] digests in try await store.referenced(digests) }
        if freed > 0 { logger.notice("Unfinished files were removed", metadata: ["bytes": "\(freed)"]) }
    }

    /// Says in the contract's words why bytes could not be stored or read.
    func stored<Value>(_ work: () async throws(BlobError) -> Value) async throws -> Value {
        do throws(BlobError) {
            return try await work()
        } catch {
            throw unavailable(error)
        }
    }

    /// What a caller is told when bytes cannot be stored or read; the log has the cause.
    public func unavailable(_ error: BlobError) -> ControlPlaneError {
        logger.error("File storage failed", metadata: ["error": "\(error)"])
        return ControlPlaneError(
            .storageUnavailable,
            error.code == .full
                ? "The server's disk is full; nothing was kept."
                : "The server cannot store or read its files now; its log says why."
        )
    }
}

extension FilePath {
    /// The path with an id in its name, which nothing else has.
    fileprivate func named(_ id: FileID) -> FilePath {
        FilePath(segments.dropLast() + [FileName(suggested: "\(id) \(name.text)")])
    }
}

extension ControlPlaneError {
    static func fileNotFound(_ id: FileID) -> Self {
        Self(.fileNotFound, "There is no file \(id).", details: ["fileId": .string(id.description)])
    }

    static func pathExists(_ path: FilePath) -> Self {
        Self(.storagePathExists, "A file has this path already.", details: ["path": .string(path.description)])
    }
}
