import Archive
import Foundation
import Testing

/// An archive in a folder of its own, which is removed with it, and the stock tools that read it.
final class ZIPFile {
    let folder: URL
    let url: URL
    private let handle: FileHandle

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "martlet-zip-\(UUID().uuidString)")
        url = folder.appending(path: "archive.zip")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        FileManager.default.createFile(atPath: url.path, contents: nil)
        handle = try FileHandle(forWritingTo: url)
    }

    deinit {
        try? handle.close()
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }

    /// Leaves a hole, which reads as zeros and takes no room on the disk.
    func skip(_ count: Int) throws { try handle.seek(toOffset: handle.offset() + UInt64(count)) }

    /// Runs a tool beside the archive and gives what it printed.
    @discardableResult
    func run(_ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Expects Info-ZIP's `unzip -t` and `zip -T`, and Python's `zipfile`, to find the archive whole.
    func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let tools = [
            try run("unzip", "-tqq", "archive.zip"), try run("zip", "-qT", "archive.zip"),
            try run("python3", "-m", "zipfile", "-t", "archive.zip"),
        ]
        for (status, output) in tools {
            #expect(status == 0, "\(output)", sourceLocation: sourceLocation)
        }
    }
}

/// Writes a whole archive into memory.
func archive(_ files: [(entry: ZIPEntry, bytes: [UInt8])]) throws -> [UInt8] {
    var writer = ZIPWriter()
    var result: [UInt8] = []
    for file in files {
        result += try writer.begin(file.entry)
        for start in stride(from: 0, to: file.bytes.count, by: 1000) {
            result += try writer.add(Array(file.bytes[start..<min(file.bytes.count, start + 1000)]))
        }
        result += try writer.end()
    }
    #expect(writer.position == UInt64(result.count))
    return result + writer.finish()
}
