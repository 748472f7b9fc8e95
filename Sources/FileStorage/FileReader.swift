import Glibc
import NIOCore

/// Reads a part of an open file piece by piece, one piece ahead.
actor FileReader: BlobReader {
    static let pieceInBytes = 256 * 1024

    nonisolated let count: Int64
    private let file: SourceFile
    private var rest: Range<Int64>
    private var ahead: Task<Result<ByteBuffer, BlobError>, Never>?

    init(_ file: SourceFile, range: Range<Int64>) {
        self.file = file
        rest = range
        count = Int64(range.count)
    }

    func next() async throws(BlobError) -> ByteBuffer? {
        guard let piece = ahead ?? start() else { return nil }
        ahead = nil
        let bytes = try await piece.value.get()
        rest = rest.lowerBound + Int64(bytes.readableBytes)..<rest.upperBound
        ahead = start()
        return bytes
    }

    private func start() -> Task<Result<ByteBuffer, BlobError>, Never>? {
        guard !rest.isEmpty else { return nil }
        let (offset, wanted) = (rest.lowerBound, Int(min(Int64(rest.count), Int64(Self.pieceInBytes))))
        return Task { [file] in
            do throws(BlobError) {
                return .success(try await FileThreads.run { () throws(BlobError) in try file.piece(offset, wanted) })
            } catch {
                return .failure(error)
            }
        }
    }
}

extension SourceFile {
    /// - Throws: `unavailable` when the file has become shorter.
    fileprivate func piece(_ offset: Int64, _ wanted: Int) throws(BlobError) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: wanted)
        var failure: Int32 = 0
        while buffer.readableBytes < wanted {
            let position = off_t(offset) + off_t(buffer.readableBytes)
            let rest = wanted - buffer.readableBytes
            let read = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: rest) { space in
                let count = pread(descriptor, space.baseAddress, rest, position)
                if count < 0 { failure = errno }
                return max(0, count)
            }
            if read == 0, failure != EINTR { break }
            failure = 0
        }
        guard buffer.readableBytes == wanted else {
            throw failure == 0
                ? BlobError(.unavailable, "A file has become shorter while it was read.")
                : BlobError(errno: failure, "A file cannot be read")
        }
        return buffer
    }
}
