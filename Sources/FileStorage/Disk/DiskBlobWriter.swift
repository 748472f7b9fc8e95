import NIOCore

/// Gathers bytes into pieces of 1 MiB, and writes one while it gathers the next.
actor DiskBlobWriter: BlobWriter {
    static let pieceInBytes = 1024 * 1024
    /// Many small buffers hold more memory than bytes.
    static let pieceCount = 64

    private let file: UnfinishedBlob
    private var gathered: [ByteBuffer] = []
    private var gatheredBytes = 0
    private var writing: Task<BlobError?, Never>?

    init(_ file: UnfinishedBlob) { self.file = file }

    func append(_ bytes: ByteBuffer) async throws(BlobError) {
        gathered.append(bytes)
        gatheredBytes += bytes.readableBytes
        guard gatheredBytes >= Self.pieceInBytes || gathered.count >= Self.pieceCount else { return }
        try await writeGathered()
    }

    private func writeGathered() async throws(BlobError) {
        try await writingEnds()
        let pieces = gathered
        (gathered, gatheredBytes) = ([], 0)
        writing = Task { [file] in
            do throws(BlobError) {
                try await FileThreads.run { () throws(BlobError) in try file.write(pieces) }
                return nil
            } catch {
                return error
            }
        }
    }

    private func writingEnds() async throws(BlobError) {
        if let failure = await writing?.value { throw failure }
    }

    func finish() async throws(BlobError) -> Blob {
        if !gathered.isEmpty { try await writeGathered() }
        try await writingEnds()
        return try await FileThreads.run { [file] () throws(BlobError) in try file.finish() }
    }

    func commit() async throws(BlobError) {
        let blob = try await finish()
        try await FileThreads.run { [file] () throws(BlobError) in try file.commit(blob) }
    }

    func abandon() async {
        _ = await writing?.value
        (gathered, gatheredBytes) = ([], 0)
        _ = try? await FileThreads.run { [file] () throws(BlobError) in file.abandon() }
    }
}
