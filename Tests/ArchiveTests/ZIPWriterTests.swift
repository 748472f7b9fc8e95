import Archive
import Foundation
import Testing

@Suite struct ZIPWriterTests {
    private static let text = Array(String(repeating: "{\"type\":\"navigation\"}\n", count: 5000).utf8)
    private static let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    private static let time: Int64 = 1_779_000_001_500

    @Test func `every kind of file is read back by stock unzip, zip and Python`() throws {
        let files: [(ZIPEntry, [UInt8])] = [
            (ZIPEntry(name: "unknown.bin", modifiedAtMs: Self.time), Self.noise),
            (ZIPEntry(name: "sized.bin", modifiedAtMs: Self.time, size: UInt64(Self.noise.count)), Self.noise),
            (
                ZIPEntry(
                    name: "known.bin",
                    modifiedAtMs: Self.time,
                    size: UInt64(Self.noise.count),
                    crc32: CRC32(of: Self.noise).value
                ), Self.noise
            ),
            (ZIPEntry(name: "events.jsonl", method: .deflate, modifiedAtMs: Self.time), Self.text),
            (ZIPEntry(name: "folder/empty", modifiedAtMs: Self.time, size: 0, crc32: 0), []),
            (ZIPEntry(name: "folder/Grüße 日本語 🦜.txt", method: .deflate, modifiedAtMs: Self.time), []),
        ]
        let zip = try ZIPFile()
        try zip.write(try archive(files))
        try zip.expectWhole()
        let unpacked = try zip.run("unzip", "-q", "archive.zip")
        #expect(unpacked.status == 0, "\(unpacked.output)")
        for (entry, bytes) in files {
            let found = try Data(contentsOf: zip.folder.appending(path: entry.name))
            #expect(found == Data(bytes), "\(entry.name)")
        }
    }

    @Test func `a file keeps its time to the second and the owner may write it`() throws {
        let zip = try ZIPFile()
        try zip.write(try archive([(ZIPEntry(name: "a", modifiedAtMs: Self.time, size: 1), [65])]))
        try zip.run("unzip", "-q", "archive.zip")
        let found = try zip.run("stat", "-c", "%Y %a", "a").output
        #expect(found == "1779000001 644\n")
    }

    @Test func `text is deflated to a fraction`() throws {
        let entry = ZIPEntry(name: "events.jsonl", method: .deflate, modifiedAtMs: Self.time)
        #expect(try archive([(entry, Self.text)]).count < Self.text.count / 20)
    }

    @Test func `an archive without files is one`() throws {
        let zip = try ZIPFile()
        try zip.write(ZIPWriter().finish())
        let listed = try zip.run("python3", "-m", "zipfile", "-l", "archive.zip")
        #expect(listed.status == 0)
    }

    @Test func `bytes that are not as announced are refused`() throws {
        var writer = ZIPWriter()
        _ = try writer.begin(ZIPEntry(name: "a", modifiedAtMs: 0, size: 3))
        _ = try writer.add([1, 2])
        #expect(throws: ZIPError.self) { try writer.end() }
        var other = ZIPWriter()
        _ = try other.begin(ZIPEntry(name: "a", modifiedAtMs: 0, size: 1))
        #expect(throws: ZIPError.self) { try other.add([1, 2]) }
        var third = ZIPWriter()
        _ = try third.begin(ZIPEntry(name: "a", modifiedAtMs: 0, size: 1, crc32: 7))
        _ = try third.add([1])
        #expect(throws: ZIPError.self) { try third.end() }
    }

    @Test(arguments: ["", String(repeating: "n", count: 65_536)])
    func `a name that no header can hold is refused`(name: String) throws {
        var writer = ZIPWriter()
        #expect(throws: ZIPError.self) { try writer.begin(ZIPEntry(name: name, modifiedAtMs: 0)) }
    }
}
