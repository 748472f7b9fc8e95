import CBrowserSpawn
import ChildProcesses
import Foundation
import Glibc

/// Folders of browsers: made, given away and deleted.
enum Folder {
    /// Makes a folder with those above it; one that exists keeps its contents and gets the mode.
    static func make(_ path: String, mode: mode_t, owner: BrowserUser.Identity? = nil) throws(BrowserError) {
        let above = (path as NSString).deletingLastPathComponent
        if access(above, F_OK) != 0, above != path { try make(above, mode: 0o755) }
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw failure("made", path) }
        guard isOwnFolder(path, or: owner) else {
            throw .startFailed("\(path) belongs to somebody else or is no folder.", hint: "Delete it and try again.")
        }
        guard chmod(path, mode) == 0 else { throw failure("opened", path) }
        if let owner, lchown(path, owner.id, owner.group) != 0 { throw failure("given to the browser's user", path) }
    }

    /// Gives all of a folder to the browser's user, if it is another's.
    static func give(_ path: String, to owner: BrowserUser.Identity?) throws(BrowserError) {
        var information = stat()
        guard let owner, lstat(path, &information) == 0, information.st_uid != owner.id else { return }
        let result = martlet_own_tree(path, owner.id, owner.group)
        if result != 0 { throw failure("given to the browser's user", path, errno: -result) }
    }

    /// Deletes a folder and all below it. Nil, or why something is left.
    static func delete(_ path: String) -> String? {
        let result = martlet_remove_tree(path)
        return result == 0 ? nil : String(cString: strerror(-result))
    }

    /// Seconds since the last change; 0 when that cannot be told.
    static func age(of path: String) -> Int {
        var information = stat()
        guard lstat(path, &information) == 0 else { return 0 }
        return time(nil) - information.st_mtim.tv_sec
    }

    /// Public places such as /var/tmp must not slip a foreign folder or a link to one under us.
    private static func isOwnFolder(_ path: String, or owner: BrowserUser.Identity?) -> Bool {
        var information = stat()
        guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else { return false }
        return information.st_uid == geteuid() || geteuid() == 0 && owner != nil
    }

    private static func failure(_ what: String, _ path: String, errno code: Int32 = errno) -> BrowserError {
        .startFailed("The folder \(path) cannot be \(what): \(String(cString: strerror(code))).")
    }
}
