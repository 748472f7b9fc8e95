import Foundation
import Testing

@testable import Recorder

@Suite struct DownloadLinkTests {
    private let files = FileManager.default
    private let folder = FileManager.default.temporaryDirectory.appending(path: "links-\(UUID().uuidString)")

    /// Gives a finished download to a client's folder. - Returns: what lies there then.
    private func give(_ name: String, times: Int = 1, to place: String? = nil) throws -> [String] {
        defer { try? files.removeItem(at: folder) }
        for part in ["ours", "theirs"] {
            try files.createDirectory(at: folder.appending(path: part), withIntermediateDirectories: true)
        }
        let ours = folder.appending(path: "ours").path
        let theirs = folder.appending(path: "theirs").path
        for number in 1...times {
            let download = NamedDownload(guid: "g\(number)", folder: place ?? theirs, name: name)
            try Data("\(number)".utf8).write(to: URL(filePath: "\(ours)/g\(number)"))
            DownloadLink.give(download, from: ours)
        }
        // As at the end of a run.
        try files.removeItem(atPath: ours)
        return try files.contentsOfDirectory(atPath: theirs).sorted().map { name in
            try name + ": " + String(contentsOfFile: "\(theirs)/\(name)", encoding: .utf8)
        }
    }

    @Test func `the file has its name, and keeps it when the run is gone`() throws {
        #expect(try give("report.pdf") == ["report.pdf: 1"])
    }

    @Test func `what has the name stays`() throws {
        #expect(try give("a.bin", times: 3) == ["a (2).bin: 2", "a (3).bin: 3", "a.bin: 1"])
    }

    @Test(arguments: ["", "..", "../up", ".bashrc", "a\0b", "/tmp/x"]) func `no other names`(name: String) throws {
        #expect(try give(name).isEmpty)
    }

    @Test func `no links of the browser are followed`() throws {
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        try files.createSymbolicLink(atPath: folder.path + "/g", withDestinationPath: "/etc/passwd")
        DownloadLink.give(NamedDownload(guid: "g", folder: folder.path, name: "x.txt"), from: folder.path)
        #expect(try files.contentsOfDirectory(atPath: folder.path) == ["g"])
    }

    @Test func `a folder that leads out of the temporary ones is left alone`() throws {
        let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "links-\(UUID().uuidString)")
        let link = files.temporaryDirectory.appending(path: "out-\(UUID().uuidString)")
        try files.createDirectory(at: home, withIntermediateDirectories: true)
        try files.createSymbolicLink(at: link, withDestinationURL: home)
        defer { for place in [home, link] { try? files.removeItem(at: place) } }
        _ = try give("x.txt", to: link.path)
        #expect(try files.contentsOfDirectory(atPath: home.path).isEmpty)
    }
}
