public import FileStorage
public import Model
import NIOHTTP1

/// Blobs in an S3 bucket: `PREFIX/blobs/ab/cdef...` by digest.
///
/// A blob is first written to a spool on the local disk, where its digest is found, and uploaded whole when it is committed: in one request,
/// or in parts of 8 MiB or more, three at once. So nothing unfinished is ever visible in the bucket, a part can be sent again from the disk, and
/// a process that ends leaves nothing but a spool, which ``sweep(referenced:)`` clears. The spool needs room for what is uploaded at one time.
///
/// A reader that is open when its blob is removed fails, unlike one of a disk, when it asks for the next 4 MiB.
///
/// Memory: about 24 MiB for an upload, 8 MiB for a blob that is being read.
public struct S3BlobStore: BlobStore {
    let client: S3Client
    let spool: DiskBlobStore

    /// - Parameter spool: of this process alone.
    public init(_ settings: S3Settings, spool: DiskBlobStore) {
        client = S3Client(settings)
        self.spool = spool
    }

    var prefix: String { client.settings.prefix.isEmpty ? "" : client.settings.prefix + "/" }

    func key(_ digest: SHA256Digest) -> String {
        let text = digest.description
        return "\(prefix)blobs/\(text.prefix(2))/\(text.dropFirst(2))"
    }

    public func temporary() async throws(BlobError) -> any BlobWriter {
        S3BlobWriter(store: self, spooled: try await spool.temporary())
    }

    public func temporary(from source: SourceFile, closing: Bool) async throws(BlobError) -> any BlobWriter {
        S3BlobWriter(store: self, spooled: try await spool.temporary(from: source, closing: closing))
    }

    public func read(_ digest: SHA256Digest, range: Range<Int64>?) async throws(BlobError) -> any BlobReader {
        guard let size = try await size(of: digest) else { throw BlobError(.missing, "There is no such blob.") }
        let whole = 0..<size
        return S3BlobReader(client, key: key(digest), range: range?.clamped(to: whole) ?? whole)
    }

    public func remove(_ digest: SHA256Digest) async throws(BlobError) {
        _ = try await client.perform(.init(method: .delete, key: key(digest), allowed: [200, 204, 404]))
    }

    /// The size of a blob that is there; nil of one that is not.
    func size(of digest: SHA256Digest) async throws(BlobError) -> Int64? {
        let answer = try await client.perform(.init(method: .head, key: key(digest), allowed: [200, 404]))
        guard answer.status == 200 else { return nil }
        guard let size = answer.headers.first(name: "content-length").flatMap({ Int64($0) }) else {
            throw BlobError(.unavailable, "The S3 service does not say how long an object is.")
        }
        return size
    }
}
