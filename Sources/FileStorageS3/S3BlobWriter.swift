import FileStorage
import NIOCore

/// A blob that is being written to the spool.
actor S3BlobWriter: BlobWriter {
    private let store: S3BlobStore
    private let spooled: any BlobWriter

    init(store: S3BlobStore, spooled: any BlobWriter) {
        self.store = store
        self.spooled = spooled
    }

    func append(_ bytes: ByteBuffer) async throws(BlobError) { try await spooled.append(bytes) }

    func finish() async throws(BlobError) -> Blob { try await spooled.finish() }

    /// Uploads the blob, unless the bucket has it, and empties the spool of it.
    ///
    /// The spool holds a blob by its digest, so two writers of the same bytes share it there: the one that comes second may find that the
    /// first has uploaded and removed it.
    func commit() async throws(BlobError) {
        let blob = try await spooled.finish()
        if try await store.size(of: blob.digest) == blob.sizeInBytes { return await spooled.abandon() }
        try await spooled.commit()
        do throws(BlobError) {
            try await S3Upload(store: store, blob: blob).run()
        } catch {
            let failure = error
            let isThere = error.code == .missing ? try await store.size(of: blob.digest) == blob.sizeInBytes : false
            guard isThere else {
                await forget(blob)
                throw failure
            }
        }
        await forget(blob)
    }

    /// What stays in the spool costs room until the next start, no more.
    private func forget(_ blob: Blob) async { try? await store.spool.remove(blob.digest) }

    func abandon() async { await spooled.abandon() }
}
