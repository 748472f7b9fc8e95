import CBrowserSpawn
import ChildProcesses
import Foundation
import Glibc
import Logging
import Model

/// Where this server's browsers live: root folder, instance folder, user and guard.
struct BrowserPlace: Sendable {
    let root: String
    let identity: BrowserUser.Identity?
    let instance: InstanceFolder
    let cleaner: Guard

    init(_ configuration: BrowserConfiguration, logger: Logger) throws(BrowserError) {
        let wanted = try BrowserUser.find(configured: configuration.user)
        (root, identity) = try Self.choose(configuration, wanted: wanted, logger: logger)
        for name in ["profiles", "workspaces"] { try Folder.make("\(root)/\(name)", mode: 0o711) }
        LeftoverSweep(root: root, logger: logger).run()
        instance = try InstanceFolder(in: root)
        cleaner = Guard(folder: instance.path)
        do throws(ChildProcess.Failure) {
            _ = try cleaner.open()
        } catch {
            _ = Folder.delete(instance.path)
            throw .startFailed("The guard of the browsers cannot be started: \(error.reason).")
        }
    }

    func workspace(of runtime: RuntimeID) -> String { "\(root)/workspaces/\(runtime)" }
    func profile(of runtime: RuntimeID) -> String { "\(root)/profiles/\(runtime)" }

    /// Blocks until the instance folder is deleted and the guard has ended.
    func leave() {
        _ = Folder.delete(instance.path)
        cleaner.end()
    }

    private enum Reach { case fine, folderUnreachable, userRefused }

    private static func choose(
        _ configuration: BrowserConfiguration,
        wanted: BrowserUser.Identity?,
        logger: Logger
    ) throws(BrowserError) -> (String, BrowserUser.Identity?) {
        let root = URL(fileURLWithPath: configuration.root).standardizedFileURL.path
        try Folder.make(root, mode: 0o711)
        guard let wanted else { return (root, nil) }
        if configuration.parentMayBeOpened { openParent(of: root) }
        switch reach(root, as: wanted) {
        case .fine: return (root, wanted)
        case .userRefused:
            logger.warning(
                "Browsers run as root, this system allows no other user",
                metadata: ["user.id": "\(wanted.id)"]
            )
            return (root, nil)
        case .folderUnreachable:
            let other = "/var/tmp/martlet-\(hash(of: root))"
            try Folder.make(other, mode: 0o711)
            logger.notice(
                "Browsers keep their files elsewhere, their user cannot reach the data folder",
                metadata: ["folder": "\(other)"]
            )
            return (other, wanted)
        }
    }

    /// Only the right to pass through is added; names and files inside stay as closed as they are.
    private static func openParent(of root: String) {
        let parent = (root as NSString).deletingLastPathComponent
        var information = stat()
        guard stat(parent, &information) == 0, information.st_uid == geteuid() else { return }
        _ = chmod(parent, information.st_mode & 0o7777 | 0o111)
    }

    /// Tried by a process of that user, which is right also under access lists and mapped users.
    private static func reach(_ folder: String, as user: BrowserUser.Identity) -> Reach {
        var shell = ChildProcess(executable: "/bin/sh", arguments: ["sh", "-c", "cd -- \"$0\"", folder])
        shell.user = user
        do throws(ChildProcess.Failure) {
            return ChildProcess.reap(try shell.start()) == 0 ? .fine : .folderUnreachable
        } catch {
            return error.stage == .user ? .userRefused : .folderUnreachable
        }
    }

    /// FNV-1a of the path, 64 bits: names the folder, secures nothing.
    private static func hash(of path: String) -> String {
        let value = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(value, radix: 16)
    }
}
