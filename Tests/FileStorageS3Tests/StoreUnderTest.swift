import FileStorage
import Foundation
import Model
import NIOCore

@testable import FileStorageS3

/// The stores that the contract is tested on.
enum StoreKind: String, CaseIterable {
    case disk
    case s3

    /// The S3 store only where there is a server for it.
    static var available: [StoreKind] { MotoServer.path == nil ? [.disk] : allCases }
}

/// A store with nothing in it, in a folder and a bucket of its own.
final class StoreUnderTest {
    let folder = NSTemporaryDirectory() + "martlet-blobs-\(UUIDv7())"
    let store: any BlobStore
    let spool: DiskBlobStore
    private(set) var s3: S3BlobStore?

    init(_ kind: StoreKind) async throws {
        spool = try DiskBlobStore(folder: folder)
        switch kind {
        case .disk: store = spool
        case .s3:
            let s3 = S3BlobStore(try await MotoServer.shared().bucket(), spool: spool)
            try await s3.claim(owner: "test")
            self.s3 = s3
            store = s3
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String) async throws -> Blob { try await write(Array(text.utf8), pieces: 1) }

    func write(_ bytes: [UInt8], pieces: Int) async throws -> Blob {
        let writer = try await store.temporary()
        let length = max(1, (bytes.count + pieces - 1) / pieces)
        for start in stride(from: 0, to: bytes.count, by: length) {
            try await writer.append(ByteBuffer(bytes: bytes[start..<min(start + length, bytes.count)]))
        }
        try await writer.commit()
        return try await writer.finish()
    }

    func read(_ digest: SHA256Digest, _ range: Range<Int64>? = nil) async throws -> [UInt8] {
        let reader = try await store.read(digest, range: range)
        var bytes: [UInt8] = []
        while let piece = try await reader.next() { bytes += piece.readableBytesView }
        return bytes
    }

    /// Files of unfinished and finished blobs on the local disk.
    func localFiles() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.split(separator: "/").count > 2 }
            + FileManager.default.contentsOfDirectory(atPath: "\(folder)/unfinished")
    }
}
