import Glibc
public import Model

/// Blobs in a folder of a local disk: `blobs/ab/cdef...` by digest, `unfinished/` for those that are being written.
///
/// A blob is synced, then renamed, then its folder is synced: after `commit()` it survives a power cut. Files have mode 0400, folders 0700.
public struct DiskBlobStore: BlobStore {
    let folder: String

    /// Makes the folders. Blocks for some milliseconds.
    /// - Parameter folder: on one file system with all below it; of this process alone.
    /// - Throws: `full`, `unavailable`.
    public init(folder: String) throws(BlobError) {
        self.folder = folder
        for name in ["", "/unfinished", "/blobs"] { try Self.make(folder + name) }
        for number in 0..<256 { try Self.make("\(folder)/blobs/\(Self.group(UInt8(number)))") }
        try Self.sync("\(folder)/blobs")
    }

    func path(_ digest: SHA256Digest) -> String {
        "\(folder)/blobs/\(Self.group(digest.bytes[0]))/\(digest.description.dropFirst(2))"
    }

    static func group(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    public func temporary() async throws(BlobError) -> any BlobWriter {
        let store = self
        return DiskBlobWriter(
            try await FileThreads.run { () throws(BlobError) in try UnfinishedBlob(in: store) }
        )
    }

    public func read(_ digest: SHA256Digest, range: Range<Int64>?) async throws(BlobError) -> any BlobReader {
        let path = path(digest)
        let file = try await FileThreads.run { () throws(BlobError) in try SourceFile(path: path, owners: [geteuid()]) }
        let whole = 0..<file.sizeInBytes
        return FileReader(file, range: range?.clamped(to: whole) ?? whole)
    }

    public func remove(_ digest: SHA256Digest) async throws(BlobError) {
        let path = path(digest)
        try await FileThreads.run { () throws(BlobError) in
            guard unlink(path) == 0 || errno == ENOENT else {
                throw BlobError(errno: errno, "A blob cannot be removed")
            }
        }
    }

    private static func make(_ path: String) throws(BlobError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw BlobError(errno: errno, "The folder \(path) cannot be made")
        }
    }

    /// Makes the names in a folder durable.
    static func sync(_ folder: String) throws(BlobError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BlobError(errno: errno, "The folder \(folder) cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw BlobError(errno: errno, "The folder \(folder) cannot be synced") }
    }
}
