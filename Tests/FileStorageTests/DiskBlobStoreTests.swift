import Credentials
import Foundation
import Model
import NIOCore
import Testing

@testable import FileStorage

struct DiskBlobStoreTests {
    let folder = NSTemporaryDirectory() + "martlet-blobs-\(UUIDv7())"
    let store: DiskBlobStore

    init() throws { store = try DiskBlobStore(folder: folder) }

    private func names(_ part: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(part)").filter { $0.count > 2 }
    }

    private func write(_ text: String) async throws -> Blob {
        let writer = try await store.temporary()
        try await writer.append(ByteBuffer(string: text))
        try await writer.commit()
        return try await writer.finish()
    }

    private func read(_ digest: SHA256Digest, _ range: Range<Int64>? = nil) async throws -> String {
        let reader = try await store.read(digest, range: range)
        var bytes = ByteBuffer()
        while var piece = try await reader.next() { bytes.writeBuffer(&piece) }
        #expect(reader.count == bytes.readableBytes)
        return String(buffer: bytes)
    }

    @Test func `a blob is found by the digest of its bytes, whole and in part`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let blob = try await write("abc")
        #expect(blob.digest.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try await read(blob.digest) == "abc")
        #expect(try await read(blob.digest, 1..<2) == "b")
        #expect(try await read(blob.digest, 3..<3) == "")
    }

    @Test func `many pieces of every size give the bytes that were written`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = try await store.temporary()
        var whole: [UInt8] = []
        for number in 0..<400 {
            let piece = [UInt8](repeating: UInt8(number % 127), count: number * 37 % 20_011)
            whole += piece
            try await writer.append(ByteBuffer(bytes: piece))
        }
        try await writer.commit()
        let blob = try await writer.finish()
        #expect(blob.sizeInBytes == whole.count)
        #expect(blob.digest.bytes == SHA256.digest(whole))
        #expect(try await read(blob.digest) == String(decoding: whole, as: UTF8.self))
    }

    @Test func `the same bytes lie on the disk once`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try await write("same")
        let second = try await write("same")
        #expect(first == second)
        #expect(try names("blobs").count == 1)
        #expect(try names("unfinished").isEmpty)
    }

    @Test func `a blob that was cut short on the disk is made whole by the next one`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let blob = try await write("to be cut")
        let path = store.path(blob.digest)
        try FileManager.default.removeItem(atPath: path)
        try Data("to".utf8).write(to: URL(fileURLWithPath: path))
        _ = try await write("to be cut")
        #expect(try await read(blob.digest) == "to be cut")
    }

    @Test func `an abandoned or dropped blob leaves nothing`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let writer = try await store.temporary()
            try await writer.append(ByteBuffer(string: "half"))
            _ = try await writer.finish()
            await writer.abandon()
        }
        do { try await store.temporary().append(ByteBuffer(string: "dropped")) }
        #expect(try names("unfinished").isEmpty)
        #expect(try names("blobs").isEmpty)
    }

    @Test func `a removed blob is missing, and an open reader goes on`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let blob = try await write("gone")
        let reader = try await store.read(blob.digest, range: nil)
        try await store.remove(blob.digest)
        try await store.remove(blob.digest)
        #expect(try await reader.next() == ByteBuffer(string: "gone"))
        await #expect(throws: BlobError.self) { try await store.read(blob.digest, range: nil) }
    }

    @Test func `the sweep frees what nobody refers to`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (kept, lost) = (try await write("kept"), try await write("lost!"))
        try Data("half".utf8).write(to: URL(fileURLWithPath: "\(folder)/unfinished/x"))
        let freed = try await store.sweep { Set($0).intersection([kept.digest]) }
        #expect(freed == 9)
        #expect(try await read(kept.digest) == "kept")
        await #expect(throws: BlobError.self) { try await store.read(lost.digest, range: nil) }
    }

    @Test func `a file that nobody writes is taken over without a copy`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/download"
        try Data("downloaded".utf8).write(to: URL(fileURLWithPath: path))
        let writer = try await store.temporary(from: SourceFile(path: path, owners: [geteuid()]), closing: true)
        try await writer.commit()
        let blob = try await writer.finish()
        #expect(blob.digest.bytes == SHA256.digest("downloaded".utf8))
        #expect(try await read(blob.digest) == "downloaded")
        let number = { (path: String) in
            try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        }
        #expect(try number(path) == number(store.path(blob.digest)))
    }

    @Test func `a file that somebody may still write is copied`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/download"
        try Data("before".utf8).write(to: URL(fileURLWithPath: path))
        let open = try #require(FileHandle(forUpdatingAtPath: path))
        let writer = try await store.temporary(from: SourceFile(path: path, owners: [geteuid()]), closing: true)
        try await writer.commit()
        try open.write(contentsOf: Data("AFTER!".utf8))
        #expect(try await read(try await writer.finish().digest) == "before")
    }

    @Test func `a file that has another name is copied`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (path, other) = (folder + "/download", folder + "/theirs")
        try Data("before".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.linkItem(atPath: path, toPath: other)
        let writer = try await store.temporary(from: SourceFile(path: path, owners: [geteuid()]), closing: true)
        try await writer.commit()
        let open = try #require(FileHandle(forUpdatingAtPath: other), "it may still be written by that name")
        try open.write(contentsOf: Data("AFTER!".utf8))
        #expect(try await read(try await writer.finish().digest) == "before")
    }

    @Test func `links, folders, devices and others' files are refused`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/file"
        try Data("x".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: path)
        #expect(mkfifo(folder + "/fifo", 0o600) == 0)
        for name in ["link", "fifo", "blobs"] {
            let error = #expect(throws: BlobError.self) {
                try SourceFile(path: "\(folder)/\(name)", owners: [geteuid()])
            }
            #expect(error?.code == .refused)
        }
        #expect(throws: BlobError.self) { try SourceFile(path: "/dev/zero", owners: [geteuid()]) }
        #expect(throws: BlobError.self) { try SourceFile(path: path, owners: [geteuid() + 1]) }
    }
}
