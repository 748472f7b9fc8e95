public import FileStorage
import JSON
import Logging
public import Model
public import Store

/// The files of all spaces: rows that name them, over blobs that hold their bytes.
///
/// A row comes after its bytes and goes before them, so that a row's bytes are always there.
public struct Files: Sendable {
    let store: any Store
    let blobs: any BlobStore
    let spaces: Spaces
    let settings: FileSettings
    let logger: Logger
    let locks = BlobLocks()

    /// Begins the bytes of a file. ``keep(_:_:)`` makes a file of them; a writer that is dropped leaves nothing.
    /// - Throws: `storage.unavailable`.
    public func write() async throws -> any BlobWriter {
        try await stored { () throws(BlobError) in try await blobs.temporary() }
    }

    /// Makes a file of bytes that were written. On return it survives a power cut; after a throw nothing of it is left.
    /// - Throws: `space.not_found`; `storage_file.path_exists`; `request.too_large`; `storage.quota_exceeded`; `storage.unavailable`.
    public func keep(_ draft: FileDraft, _ content: any BlobWriter) async throws -> File {
        do {
            let blob = try await stored { () throws(BlobError) in try await content.finish() }
            try checkSize(blob.sizeInBytes)
            let namespace = try await namespace(of: draft)
            return try await locks.with(blob.digest) {
                try await stored { () throws(BlobError) in try await content.commit() }
                return try await insert(draft, blob, namespace)
            }
        } catch {
            await content.abandon()
            throw error
        }
    }

    /// - Throws: `request.too_large` for more bytes than a file may have.
    public func checkSize(_ bytes: Int64) throws {
        guard bytes <= settings.maximumFileBytes else {
            throw ControlPlaneError(
                .requestTooLarge,
                "A file may have at most \(settings.maximumFileBytes) bytes.",
                details: ["limit": .integer(settings.maximumFileBytes)]
            )
        }
    }

    public func get(_ id: FileID) async throws -> File {
        guard let file = try await store.file(id) else { throw ControlPlaneError.fileNotFound(id) }
        return file
    }

    /// Newest first.
    public func list(_ filter: FileFilter, _ page: PageRequest<FileID>) async throws -> Page<File> {
        try await store.files(filter, page)
    }

    /// The folders directly below the filter's prefix, by name; at most 1,000.
    public func folders(_ filter: FileFilter) async throws -> [FileFolder] {
        try await store.folders(filter, limit: 1000)
    }

    /// The file's bytes, or the part that `range` names.
    /// - Throws: `storage.unavailable`.
    public func open(_ file: File, range: Range<Int64>? = nil) async throws -> any BlobReader {
        try await stored { () throws(BlobError) in try await blobs.read(file.digest, range: range) }
    }

    /// Changes name, metadata or event.
    public func update(_ id: FileID, _ change: @Sendable (inout File) throws -> Void) async throws -> File {
        let digest = try await get(id).digest
        // Two changes at once must not undo each other.
        return try await locks.with(digest) {
            var file = try await get(id)
            try change(&file)
            try await changed(id) { () throws(StoreError) in try await store.update(file) }
            return file
        }
    }

    /// Deletes a file, and its bytes when no other file has the same.
    public func delete(_ id: FileID) async throws {
        let file = try await get(id)
        try await locks.with(file.digest) {
            try await changed(id) { () throws(StoreError) in try await store.deleteFile(id) }
            await removeUnreferenced(file.digest)
        }
    }

    /// Says in the contract's words that a row is gone by now.
    private func changed(_ id: FileID, _ work: () async throws(StoreError) -> Void) async throws {
        do throws(StoreError) {
            try await work()
        } catch {
            throw error.code == .notFound ? ControlPlaneError.fileNotFound(id) : error
        }
    }
}
