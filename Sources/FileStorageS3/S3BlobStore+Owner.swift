public import FileStorage
import NIOCore

extension S3BlobStore {
    /// Asks whether the bucket can be used, and makes its prefix this server's own. To be called first.
    ///
    /// The sweep removes what this server's database does not refer to, so two servers must not share a prefix: the first one leaves its
    /// name there, and another one is refused.
    /// - Parameter owner: the name of this server's data, the same at every start.
    /// - Throws: `unavailable`, in words that say which setting is wrong.
    public func claim(owner: String) async throws(BlobError) {
        _ = try await client.perform(.init(method: .head))
        let key = prefix + "owner"
        let found = try await client.perform(.init(method: .get, key: key, allowed: [200, 404]))
        guard found.status == 200 else {
            _ = try await client.perform(.init(method: .put, key: key, body: ByteBuffer(string: owner)))
            return
        }
        guard found.text == owner else {
            throw BlobError(
                .unavailable,
                "The prefix \(client.settings.prefix) of the bucket \(client.settings.bucket) belongs to another data folder. "
                    + "Set s3.prefix to one of this server's own."
            )
        }
    }
}
