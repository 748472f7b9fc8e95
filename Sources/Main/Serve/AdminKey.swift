import ControlPlane
import Credentials
import Foundation
import SystemPackage

/// The operator's own key, kept at `admin.key` (mode 0600) in the data folder unless it is set from outside.
struct AdminKey {
    let secret: Secret
    /// Whether this start made it, so that it is to be shown, this once.
    let isNew: Bool

    /// - Parameter given: the key set by `MARTLET_API_KEY`; nil: the kept one, or a new one.
    init(given: String?, folder: String) throws {
        let path = folder + "/admin.key"
        if let given {
            self.init(secret: Secret(given), isNew: false)
        } else if let kept = try Self.read(path) {
            self.init(secret: kept, isNew: false)
        } else {
            let secret = Secret.randomAPIKey()
            try Self.write(secret, to: path)
            self.init(secret: secret, isNew: true)
        }
    }

    private init(secret: Secret, isNew: Bool) {
        self.secret = secret
        self.isNew = isNew
    }

    private static func read(_ path: String) throws -> Secret? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let text = try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            throw SettingError(setting: "admin.key", allowed: "a key; the file \(path) is empty")
        }
        return Secret(text)
    }

    /// Whole or not at all, and never readable by others: written beside, brought to the disk, then given its name.
    private static func write(_ secret: Secret, to path: String) throws {
        let unfinished = FilePath(path + ".new")
        do {
            // What a start has left that was lost in the middle.
            unlink(unfinished.string)
            let file = try FileDescriptor.open(
                unfinished,
                .writeOnly,
                options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: .ownerReadWrite
            )
            try file.closeAfter {
                _ = try file.writeAll((secret.value + "\n").utf8); try sync(file)
            }
            guard rename(unfinished.string, path) == 0 else { throw Errno(rawValue: errno) }
            let folder = try FileDescriptor.open(unfinished.removingLastComponent(), .readOnly)
            try folder.closeAfter { try sync(folder) }
        } catch {
            throw SettingError(setting: "dataDir", allowed: "a folder that can be written: \(path) (\(error))")
        }
    }

    private static func sync(_ file: FileDescriptor) throws {
        guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
    }
}
