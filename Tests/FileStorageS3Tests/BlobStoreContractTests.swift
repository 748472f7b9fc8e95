import Credentials
import FileStorage
import Foundation
import Model
import NIOCore
import Testing

@testable import FileStorageS3

/// What every store of blobs must do, on the disk and on S3.
@Suite(.timeLimit(.minutes(2))) struct BlobStoreContractTests {
    private static let large = (0..<(20 * 1024 * 1024 + 7)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    @Test(arguments: StoreKind.available)
    func `a blob is found by the digest of its bytes, whole and in part`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let blob = try await test.write("abc")
        #expect(blob.digest.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(blob.sizeInBytes == 3)
        #expect(try await test.read(blob.digest) == Array("abc".utf8))
        #expect(try await test.read(blob.digest, 1..<2) == Array("b".utf8))
        #expect(try await test.read(blob.digest, 3..<3) == [])
        #expect(try await test.read(blob.digest, 1..<999) == Array("bc".utf8))
    }

    @Test(arguments: StoreKind.available)
    func `an empty blob is one`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let blob = try await test.write("")
        #expect(blob.sizeInBytes == 0)
        #expect(try await test.read(blob.digest) == [])
    }

    @Test(arguments: StoreKind.available)
    func `a large blob comes back byte for byte, whole and across its parts`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let blob = try await test.write(Self.large, pieces: 333)
        #expect(blob.digest.bytes == SHA256.digest(Self.large))
        #expect(try await test.read(blob.digest) == Self.large)
        let border = 8 * 1024 * 1024
        #expect(
            try await test.read(blob.digest, Int64(border - 5)..<Int64(border + 5))
                == Array(Self.large[(border - 5)..<(border + 5)])
        )
    }

    @Test(arguments: StoreKind.available)
    func `nothing is to be seen before the commit, and an abandoned blob leaves nothing`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let writer = try await test.store.temporary()
        try await writer.append(ByteBuffer(string: "half"))
        let blob = try await writer.finish()
        await #expect(throws: BlobError.self) { try await test.store.read(blob.digest, range: nil) }
        await writer.abandon()
        #expect(try test.localFiles() == [])
    }

    @Test(arguments: StoreKind.available)
    func `the same bytes may be written many times at once`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let store = test.store
        let blobs = try await withThrowingTaskGroup(of: Blob.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let writer = try await store.temporary()
                    try await writer.append(ByteBuffer(string: "same"))
                    try await writer.commit()
                    return try await writer.finish()
                }
            }
            return try await group.reduce(into: Set<Blob>()) { $0.insert($1) }
        }
        let blob = try #require(blobs.first)
        #expect(blobs.count == 1)
        #expect(try await test.read(blob.digest) == Array("same".utf8))
    }

    @Test(arguments: StoreKind.available)
    func `a removed blob is missing, and removing it again is no error`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let blob = try await test.write("gone")
        try await test.store.remove(blob.digest)
        try await test.store.remove(blob.digest)
        let error = await #expect(throws: BlobError.self) { try await test.store.read(blob.digest, range: nil) }
        #expect(error?.code == .missing)
    }

    @Test(arguments: StoreKind.available)
    func `the sweep frees what nobody refers to`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let (kept, lost) = (try await test.write("kept"), try await test.write("lost!"))
        #expect(try await test.store.sweep { Set($0).intersection([kept.digest]) } == 5)
        #expect(try await test.read(kept.digest) == Array("kept".utf8))
        await #expect(throws: BlobError.self) { try await test.store.read(lost.digest, range: nil) }
    }

    @Test(arguments: StoreKind.available)
    func `a file is taken in as it is`(kind: StoreKind) async throws {
        let test = try await StoreUnderTest(kind)
        let path = test.folder + "/download"
        try Data("downloaded".utf8).write(to: URL(fileURLWithPath: path))
        let source = try SourceFile(path: path, owners: [geteuid()])
        let writer = try await test.store.temporary(from: source, closing: true)
        try await writer.commit()
        #expect(try await test.read(try await writer.finish().digest) == Array("downloaded".utf8))
    }
}
