import Model

/// Lets one task at a time commit a blob with its row, or remove them: else one could remove the bytes that another has just found there.
actor BlobLocks {
    private var held: [SHA256Digest: [CheckedContinuation<Void, Never>]] = [:]

    func with<Value: Sendable>(
        _ digest: SHA256Digest,
        _ work: @Sendable () async throws -> Value
    ) async throws -> Value {
        await acquire(digest)
        defer { release(digest) }
        return try await work()
    }

    private func acquire(_ digest: SHA256Digest) async {
        guard held[digest] != nil else {
            held[digest] = []
            return
        }
        await withCheckedContinuation { held[digest]?.append($0) }
    }

    /// Hands the lock to the one who has waited longest.
    private func release(_ digest: SHA256Digest) {
        guard held[digest]?.isEmpty == false else {
            held[digest] = nil
            return
        }
        held[digest]?.removeFirst().resume()
    }
}
