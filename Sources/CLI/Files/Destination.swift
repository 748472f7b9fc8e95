import Foundation

/// Where a download goes, looked at before anything is fetched.
struct Destination {
    let path: String

    /// - Parameters:
    ///   - path: of a file, or of a folder for a file of the `name`; one that ends in a slash and is not there is made.
    ///   - name: the file's name on the server; only its last part is used, so that no name leads out of the folder.
    init(_ path: String, name: String? = nil, force: Bool) throws {
        var path = path
        if Self.isFolder(path) {
            guard let name else { throw CommandError("\(path) is a folder; name a file in it.", .usage) }
            try Self.make(path)
            path += path.hasSuffix("/") ? Self.safe(name) : "/" + Self.safe(name)
        }
        if FileManager.default.fileExists(atPath: path), !force {
            throw CommandError(
                "\(path) is there already. Replace it with --force, or name another with --output.",
                .conflict
            )
        }
        self.path = path
    }

    /// Whether files go into it.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return path.hasSuffix("/")
            || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandError("The folder \(folder) cannot be made: \(error.localizedDescription)")
        }
    }

    private static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0).printable } ?? ""
        return ["", ".", ".."].contains(last) ? "download" : last
    }
}
