import FileStorage
import NIOCore
import NIOHTTP1

/// Uploads one blob from the spool: a small one by `PutObject`, a large one in parts
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html).
struct S3Upload: Sendable {
    /// Of most parts; of very large blobs they are larger, since a blob may have 10,000 parts.
    static let partInBytes: Int64 = 8 * 1024 * 1024
    static let maximumParts: Int64 = 10_000
    /// So many parts are in memory, and on the way, at one time.
    static let partsAtOnce = 3

    let store: S3BlobStore
    let blob: Blob

    private var key: String { store.key(blob.digest) }

    func run() async throws(BlobError) {
        guard blob.sizeInBytes > Self.partInBytes else {
            let bytes = try await bytes(0..<blob.sizeInBytes)
            _ = try await store.client.perform(.init(method: .put, key: key, body: bytes))
            return
        }
        let upload = try await begin()
        do throws(BlobError) {
            try await complete(upload, try await sendParts(upload))
        } catch {
            await abort(upload)
            throw error
        }
    }

    private func bytes(_ range: Range<Int64>) async throws(BlobError) -> ByteBuffer {
        let reader = try await store.spool.read(blob.digest, range: range)
        var bytes = ByteBufferAllocator().buffer(capacity: range.count)
        while var piece = try await reader.next() { bytes.writeBuffer(&piece) }
        return bytes
    }

    /// `CreateMultipartUpload`.
    private func begin() async throws(BlobError) -> String {
        let answer = try await store.client.perform(.init(method: .post, key: key, query: [("uploads", "")]))
        guard let id = XMLText.first("UploadId", in: answer.text) else {
            throw BlobError(.unavailable, "The S3 service does not name the upload that it began.")
        }
        return id
    }

    private var ranges: [Range<Int64>] {
        let length = max(Self.partInBytes, (blob.sizeInBytes + Self.maximumParts - 1) / Self.maximumParts)
        return stride(from: 0, to: blob.sizeInBytes, by: Int(length)).map { $0..<min($0 + length, blob.sizeInBytes) }
    }

    /// Sends all parts. - Returns: their tags, in their order.
    private func sendParts(_ upload: String) async throws(BlobError) -> [String] {
        let ranges = ranges
        let result: Result<[String], BlobError> = await withTaskGroup(of: (Int, Result<String, BlobError>).self) {
            group in
            var tags = [String](repeating: "", count: ranges.count)
            var next = 0
            func addOne() {
                guard next < ranges.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await outcome(of: index, ranges[index], upload)) }
            }
            for _ in 0..<Self.partsAtOnce { addOne() }
            while let (index, part) = await group.next() {
                switch part {
                case .success(let tag): tags[index] = tag
                case .failure(let error):
                    group.cancelAll()
                    return .failure(error)
                }
                addOne()
            }
            return .success(tags)
        }
        return try result.get()
    }

    private func outcome(of index: Int, _ range: Range<Int64>, _ upload: String) async -> Result<String, BlobError> {
        do throws(BlobError) { return .success(try await send(index, range, upload)) } catch { return .failure(error) }
    }

    /// `UploadPart`.
    private func send(_ index: Int, _ range: Range<Int64>, _ upload: String) async throws(BlobError) -> String {
        let query = [("partNumber", "\(index + 1)"), ("uploadId", upload)]
        let bytes = try await bytes(range)
        let answer = try await store.client.perform(.init(method: .put, key: key, query: query, body: bytes))
        guard let tag = answer.headers.first(name: "etag") else {
            throw BlobError(.unavailable, "The S3 service gives a part no tag.")
        }
        return tag
    }

    /// `CompleteMultipartUpload`. It may answer 200 and yet tell of an error. One that was repeated finds the upload gone when the first
    /// had its effect.
    private func complete(_ upload: String, _ tags: [String]) async throws(BlobError) {
        let parts = tags.enumerated().map { "<Part><PartNumber>\($0 + 1)</PartNumber><ETag>\($1)</ETag></Part>" }
        let body = "<CompleteMultipartUpload>\(parts.joined())</CompleteMultipartUpload>"
        let answer = try await store.client.perform(
            .init(
                method: .post,
                key: key,
                query: [("uploadId", upload)],
                body: ByteBuffer(string: body),
                allowed: [200, 404]
            )
        )
        let text = answer.text
        guard answer.status == 404 || text.contains("<Error>") else { return }
        guard try await store.size(of: blob.digest) == blob.sizeInBytes else {
            throw BlobError(
                .unavailable,
                "The S3 service did not put an upload together: \(XMLText.first("Code", in: text) ?? "no reason given")."
            )
        }
    }

    /// `AbortMultipartUpload`: frees the parts. What stays is freed by the sweep at the next start.
    private func abort(_ upload: String) async {
        _ = try? await store.client.perform(
            .init(method: .delete, key: key, query: [("uploadId", upload)], allowed: [204, 200, 404])
        )
    }
}
