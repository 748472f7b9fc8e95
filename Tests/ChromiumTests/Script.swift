import Foundation
import Glibc

/// A shell script that stands in for the browser; anybody may run it, and it goes with this value.
final class Script {
    let path: String

    init(_ body: String, head: String = "#!/bin/sh") throws {
        path = "/var/tmp/martlet-script-\(UUID().uuidString)"
        try "\(head)\n\(body)\n".write(toFile: path, atomically: false, encoding: .utf8)
        chmod(path, 0o755)
    }

    deinit { unlink(path) }
}

/// Folders of runs of all instances below a root.
func runFolders(in root: String) throws -> [String] {
    try instanceFolders(in: root).flatMap { instance in
        try FileManager.default.contentsOfDirectory(atPath: instance).filter { !$0.hasPrefix(".") }
    }
}

func instanceFolders(in root: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root).filter { $0.hasPrefix("instance-") }.map {
        "\(root)/\($0)"
    }
}

func commandLine(of process: Int32) throws -> [String] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/cmdline"))
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
}
