import Archive
import Foundation
import Testing

/// Beyond what the fields of the old format hold. The big file is a hole on the disk: its bytes go through the writer, not through the disk.
@Suite struct ZIP64Tests {
    @Test(.timeLimit(.minutes(3)))
    func `a file beyond 4 GiB, and one whose header lies behind it, are read back`() throws {
        let zip = try ZIPFile()
        let zeros = [UInt8](repeating: 0, count: 16 * 1024 * 1024)
        let size = 4 * 1024 * 1024 * 1024 + zeros.count
        var writer = ZIPWriter()
        try zip.write(try writer.begin(ZIPEntry(name: "zeros.bin", modifiedAtMs: 0, size: UInt64(size))))
        for _ in 0..<(size / zeros.count) {
            let chunk = try writer.add(zeros)
            try zip.skip(chunk.count)
        }
        try zip.write(try writer.end())
        try zip.write(try writer.begin(ZIPEntry(name: "behind.txt", modifiedAtMs: 0, size: 6)))
        try zip.write(try writer.add(Array("behind".utf8)))
        try zip.write(try writer.end())
        try zip.write(writer.finish())
        // The big one is not unpacked: that alone takes ten seconds.
        let tested = try zip.run("unzip", "-tqq", "archive.zip", "behind.txt")
        #expect(tested.status == 0, "\(tested.output)")
        let script = """
            import zipfile
            with zipfile.ZipFile("archive.zip") as archive:
                print(archive.getinfo("zeros.bin").file_size, archive.read("behind.txt").decode())
            """
        #expect(try zip.run("python3", "-c", script).output == "\(size) behind\n")
    }

    @Test(.timeLimit(.minutes(2)))
    func `more than 65,535 files are read back`() throws {
        let zip = try ZIPFile()
        var writer = ZIPWriter()
        for number in 1...70_000 {
            let bytes = Array("\(number)".utf8)
            let entry = ZIPEntry(
                name: "\(number).txt",
                modifiedAtMs: 0,
                size: UInt64(bytes.count),
                crc32: CRC32(of: bytes).value
            )
            try zip.write(try writer.begin(entry) + writer.add(bytes) + writer.end())
        }
        try zip.write(writer.finish())
        let tested = try zip.run("unzip", "-tqq", "archive.zip")
        #expect(tested.status == 0, "\(tested.output)")
        let script = """
            import zipfile
            with zipfile.ZipFile("archive.zip") as archive:
                print(len(archive.namelist()), archive.read("70000.txt").decode())
            """
        #expect(try zip.run("python3", "-c", script).output == "70000 70000\n")
    }
}
