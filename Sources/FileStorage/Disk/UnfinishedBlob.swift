import Credentials
import Glibc
import Model
import NIOCore
import Synchronization

/// The file of a blob that is being written, with the hash of what it holds. Its calls block.
final class UnfinishedBlob: Sendable {
    private struct State: ~Copyable, Sendable {
        var hash = SHA256Stream()
        var size: Int64 = 0
        var finished: Blob?
        var isNamed = true
    }

    private let store: DiskBlobStore
    private let path: String
    private let descriptor: Int32
    private let state = Mutex(State())

    init(in store: DiskBlobStore) throws(BlobError) {
        self.store = store
        path = Self.newPath(in: store)
        descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BlobError(errno: errno, "A file cannot be made") }
    }

    /// Another name for the bytes of `source`, which nobody may write any more.
    init(linking source: SourceFile, in store: DiskBlobStore) throws(BlobError) {
        self.store = store
        path = Self.newPath(in: store)
        let own = "/proc/self/fd/\(source.descriptor)"
        guard linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
            throw BlobError(errno: errno, "A file cannot be linked")
        }
        descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            unlink(path)
            throw BlobError(errno: errno, "A file cannot be opened")
        }
    }

    deinit {
        abandon()
        close(descriptor)
    }

    private static func newPath(in store: DiskBlobStore) -> String {
        "\(store.folder)/unfinished/\(String(UInt64.random(in: .min ... .max), radix: 36))\(UUIDv7())"
    }

    func write(_ pieces: [ByteBuffer]) throws(BlobError) {
        for piece in pieces {
            try piece.withUnsafeReadableBytes { bytes throws(BlobError) in
                try FileDescriptorWriter.write(bytes, to: descriptor)
                take(bytes)
            }
        }
    }

    private func take(_ bytes: UnsafeRawBufferPointer) {
        state.withLock { state in
            state.hash.update(bytes)
            state.size += Int64(bytes.count)
        }
    }

    /// Hashes the next bytes of a linked file. - Returns: false at its end.
    func hash(pieceOf length: Int) throws(BlobError) -> Bool {
        let space = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 4096)
        defer { space.deallocate() }
        let count = read(descriptor, space.baseAddress, length)
        guard count >= 0 else { throw BlobError(errno: errno, "A file cannot be read") }
        take(UnsafeRawBufferPointer(rebasing: space[..<count]))
        return count > 0
    }

    /// Syncs the bytes, and tells what they are.
    func finish() throws(BlobError) -> Blob {
        if let blob = state.withLock({ $0.finished }) { return blob }
        guard fchmod(descriptor, 0o400) == 0, fdatasync(descriptor) == 0 else {
            throw BlobError(errno: errno, "A file cannot be synced")
        }
        return try state.withLock { state throws(BlobError) in
            let hash = exchangeHash(&state)
            guard let digest = SHA256Digest(bytes: hash.finish()) else {
                throw BlobError(.unavailable, "libcrypto gave no digest.")
            }
            let blob = Blob(digest: digest, sizeInBytes: state.size)
            state.finished = blob
            return blob
        }
    }

    private func exchangeHash(_ state: inout State) -> SHA256Stream {
        var hash = SHA256Stream()
        swap(&hash, &state.hash)
        return hash
    }

    /// Gives the file its name for good. The same bytes, when they are there already and whole, stay as they are.
    func commit(_ blob: Blob) throws(BlobError) {
        let target = store.path(blob.digest)
        var status = stat()
        if lstat(target, &status) == 0, Int64(status.st_size) == blob.sizeInBytes { return abandon() }
        guard rename(path, target) == 0 else { throw BlobError(errno: errno, "A blob cannot be given its name") }
        state.withLock { $0.isNamed = false }
        try DiskBlobStore.sync("\(store.folder)/blobs/\(DiskBlobStore.group(blob.digest.bytes[0]))")
    }

    func abandon() {
        let isNamed = state.withLock { state in
            defer { state.isNamed = false }
            return state.isNamed
        }
        if isNamed { unlink(path) }
    }
}
