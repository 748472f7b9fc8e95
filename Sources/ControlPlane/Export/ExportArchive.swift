import Archive
import FileStorage
import NIOCore

/// A ZIP archive on its way into a blob: what comes in goes out at once.
struct ExportArchive: ~Copyable {
    private var zip = ZIPWriter()
    private let output: any BlobWriter

    init(into output: any BlobWriter) { self.output = output }

    /// Bytes so far.
    var size: Int64 { Int64(zip.position) }

    /// Adds a file as it is, of which the first piece is read already. One that fits into a piece gets its checksum into its head.
    mutating func store(_ entry: ZIPEntry, first: ByteBuffer?, rest: any BlobReader) async throws {
        var entry = entry
        let firstSize = UInt64(first?.readableBytes ?? 0)
        if firstSize == entry.size {
            let crc = first?.withUnsafeReadableBytes { CRC32(of: $0).value } ?? 0
            entry = ZIPEntry(name: entry.name, modifiedAtMs: entry.modifiedAtMs, size: firstSize, crc32: crc)
        }
        try await write(zip.begin(entry))
        if let first { try await pass(first) }
        while let piece = try await rest.next() { try await pass(piece) }
        try await write(zip.end())
    }

    private mutating func pass(_ piece: ByteBuffer) async throws {
        let bytes = piece.readableBytesView
        try bytes.withUnsafeBytes { try zip.pass($0) }
        try await output.append(piece)
    }

    /// Begins a text, which is deflated.
    mutating func begin(text name: String, modifiedAtMs: Int64) async throws {
        try await write(zip.begin(ZIPEntry(name: name, method: .deflate, modifiedAtMs: modifiedAtMs)))
    }

    mutating func add(_ bytes: [UInt8]) async throws { try await write(zip.add(bytes)) }

    mutating func end() async throws { try await write(zip.end()) }

    /// Ends the archive.
    consuming func finish() async throws {
        let output = output
        try await output.append(ByteBuffer(bytes: zip.finish()))
    }

    private func write(_ bytes: [UInt8]) async throws {
        if !bytes.isEmpty { try await output.append(ByteBuffer(bytes: bytes)) }
    }
}
