import FileStorage
public import Model

extension S3BlobStore {
    public func sweep(
        referenced: @Sendable ([SHA256Digest]) async throws -> Set<SHA256Digest>
    ) async throws -> Int64 {
        // Nothing in the spool is referred to as such: what was committed is in the bucket.
        var freed = try await spool.sweep { _ in [] }
        try await abortLostUploads()
        var token: String?
        repeat {
            let page = try await blobs(after: token)
            let known = try await referenced(page.blobs.map(\.digest))
            for blob in page.blobs where !known.contains(blob.digest) {
                try await remove(blob.digest)
                freed += blob.sizeInBytes
            }
            token = page.next
        } while token != nil
        return freed
    }

    /// `ListObjectsV2`: at most 1,000 blobs.
    private func blobs(after token: String?) async throws(BlobError) -> (blobs: [Blob], next: String?) {
        var query = [("list-type", "2"), ("max-keys", "1000"), ("prefix", prefix + "blobs/")]
        if let token { query.append(("continuation-token", token)) }
        let answer = try await client.perform(.init(method: .get, query: query))
        let text = answer.text
        let blobs = XMLText.sections("Contents", in: text).compactMap { section -> Blob? in
            guard let key = XMLText.first("Key", in: section), let digest = digest(key) else { return nil }
            return Blob(digest: digest, sizeInBytes: XMLText.first("Size", in: section).flatMap { Int64($0) } ?? 0)
        }
        let isCut = XMLText.first("IsTruncated", in: text) == "true"
        return (blobs, isCut ? XMLText.first("NextContinuationToken", in: text) : nil)
    }

    /// Nil for a key that is none of ours.
    private func digest(_ key: String) -> SHA256Digest? {
        let start = prefix + "blobs/"
        guard key.hasPrefix(start) else { return nil }
        let digest = SHA256Digest(String(key.dropFirst(start.count).filter { $0 != "/" }))
        return digest.flatMap { self.key($0) == key ? $0 : nil }
    }

    /// Ends the uploads in parts that an earlier process left, whose parts cost room that no list shows. At most 1,000 a start.
    private func abortLostUploads() async throws(BlobError) {
        let answer = try await client.perform(
            .init(method: .get, query: [("uploads", ""), ("prefix", prefix + "blobs/")])
        )
        for upload in XMLText.sections("Upload", in: answer.text) {
            guard let key = XMLText.first("Key", in: upload), let id = XMLText.first("UploadId", in: upload) else {
                continue
            }
            _ = try await client.perform(
                .init(method: .delete, key: key, query: [("uploadId", id)], allowed: [200, 204, 404])
            )
        }
    }
}
