public import Model
public import NIOCore

/// Content by its SHA-256: whole or not there, the same bytes once.
///
/// What refers to a blob is not known here: ``ControlPlane`` counts the rows that do, and removes a blob that none does.
public protocol BlobStore: Sendable {
    /// Begins a new blob. Nothing is visible until ``BlobWriter/commit()``.
    func temporary() async throws(BlobError) -> any BlobWriter

    /// A finished blob of what a file holds.
    /// - Parameters:
    ///   - source: left where it is.
    ///   - closing: whether the store may make the file read-only and its own, so that it need not copy what it can share.
    func temporary(from source: SourceFile, closing: Bool) async throws(BlobError) -> any BlobWriter

    /// Opens a blob, or the part of it that `range` names (bytes, within its size).
    /// - Throws: `missing` when there is no such blob.
    func read(_ digest: SHA256Digest, range: Range<Int64>?) async throws(BlobError) -> any BlobReader

    /// Frees a blob's bytes. Readers that are open go on. A blob that is gone is no error.
    func remove(_ digest: SHA256Digest) async throws(BlobError)

    /// Removes what an earlier process left: unfinished blobs, and those that `referenced` does not name.
    ///
    /// Only for the start, before anything else is called.
    /// - Parameter referenced: which of some digests (at most 1,000) are referred to.
    /// - Returns: how many bytes were freed.
    func sweep(
        referenced: @Sendable ([SHA256Digest]) async throws -> Set<SHA256Digest>
    ) async throws -> Int64
}

/// A finished blob: what it is called and how long it is.
public struct Blob: Sendable, Hashable {
    public let digest: SHA256Digest
    public let sizeInBytes: Int64

    public init(digest: SHA256Digest, sizeInBytes: Int64) {
        self.digest = digest
        self.sizeInBytes = sizeInBytes
    }
}

/// A blob that is being written, by one task at a time. One that is dropped without a commit leaves nothing.
public protocol BlobWriter: Sendable {
    /// Adds bytes. It may return before they are written, and waits while earlier ones are: about 4 MiB are held at most.
    /// - Throws: `full`, `unavailable`; after that only ``abandon()`` makes sense.
    func append(_ bytes: ByteBuffer) async throws(BlobError)

    /// Ends the bytes and makes them durable under a temporary name. May be called again, with the same answer.
    func finish() async throws(BlobError) -> Blob

    /// Makes the finished blob visible under its digest, durably. Once.
    func commit() async throws(BlobError)

    /// Throws the bytes away. After a commit, or a second time, it does nothing.
    func abandon() async
}

/// A blob, or a part of one, that is being read by one task at a time: only what is asked for is in memory.
public protocol BlobReader: Sendable {
    /// How many bytes come in all.
    var count: Int64 { get }

    /// The next bytes, at most 256 KiB; nil at the end.
    func next() async throws(BlobError) -> ByteBuffer?
}

extension BlobStore {
    public func temporary(from source: SourceFile, closing: Bool) async throws(BlobError) -> any BlobWriter {
        try await temporary(from: source)
    }

    /// Copies the file's bytes into a new blob.
    public func temporary(from source: SourceFile) async throws(BlobError) -> any BlobWriter {
        let writer = try await temporary()
        do throws(BlobError) {
            let reader = source.reader()
            while let bytes = try await reader.next() { try await writer.append(bytes) }
            _ = try await writer.finish()
            return writer
        } catch {
            await writer.abandon()
            throw error
        }
    }
}
