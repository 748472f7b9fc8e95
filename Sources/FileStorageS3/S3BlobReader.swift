import FileStorage
import NIOCore

/// Reads an object piece by piece (`GetObject` with `Range`), one piece ahead. A piece that fails is asked for again.
actor S3BlobReader: BlobReader {
    /// What is asked for at once.
    static let pieceInBytes: Int64 = 4 * 1024 * 1024
    /// What is given out at once.
    static let givenInBytes = 256 * 1024

    nonisolated let count: Int64
    private let client: S3Client
    private let key: String
    private var rest: Range<Int64>
    private var piece = ByteBuffer()
    private var ahead: Task<Result<ByteBuffer, BlobError>, Never>?

    init(_ client: S3Client, key: String, range: Range<Int64>) {
        self.client = client
        self.key = key
        rest = range
        count = Int64(range.count)
    }

    func next() async throws(BlobError) -> ByteBuffer? {
        if piece.readableBytes == 0 {
            guard let fetching = ahead ?? fetch() else { return nil }
            ahead = nil
            piece = try await fetching.value.get()
            ahead = fetch()
        }
        return piece.readSlice(length: min(Self.givenInBytes, piece.readableBytes))
    }

    /// Asks for the next piece.
    private func fetch() -> Task<Result<ByteBuffer, BlobError>, Never>? {
        guard !rest.isEmpty else { return nil }
        let wanted = rest.lowerBound..<min(rest.lowerBound + Self.pieceInBytes, rest.upperBound)
        rest = wanted.upperBound..<rest.upperBound
        return Task { [client, key] in
            do throws(BlobError) {
                return .success(try await Self.bytes(wanted, of: key, client))
            } catch {
                return .failure(error)
            }
        }
    }

    private static func bytes(_ range: Range<Int64>, of key: String, _ client: S3Client) async throws(BlobError)
        -> ByteBuffer
    {
        let header = ("Range", "bytes=\(range.lowerBound)-\(range.upperBound - 1)")
        let answer = try await client.perform(
            .init(method: .get, key: key, headers: [header], maximumAnswer: range.count, allowed: [200, 206])
        )
        guard answer.body.readableBytes == range.count else {
            throw BlobError(.unavailable, "The S3 service gave \(answer.body.readableBytes) of \(range.count) bytes.")
        }
        return answer.body
    }
}
