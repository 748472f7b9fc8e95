import Glibc
import Model

/// Another name for a downloaded file, in the folder where a client looks for it. The browser's user may not write there, so the file comes
/// to our folder and the name is added.
///
/// Only in folders that exist on this machine below the system's folders for temporary files; what has the name already stays.
enum DownloadLink {
    /// A symbolic link under the download's id, while it is under way: Playwright reads `<folder>/<guid>`.
    /// - Parameter guid: A plain UUID; the caller has checked it.
    static func make(in folder: String, to downloads: String, guid: String) {
        inFolder(folder) { _ = symlinkat(downloads + "/" + guid, $0, guid) }
    }

    /// The finished file under its name, numbered when that is taken. It stays when the run's own folder goes, except on another file system,
    /// where it is a symbolic link.
    static func give(_ download: NamedDownload, from downloads: String) {
        guard let name = try? FileName(download.name), !name.text.hasPrefix(".") else { return }
        let path = downloads + "/" + download.guid
        let file = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        guard isRegular(file) else { return }
        inFolder(download.folder) { folder in
            for candidate in [name] + (2...99).map({ name.numbered($0) }) {
                if link(file, path, folder, candidate.text) || errno != EEXIST { return }
            }
        }
    }

    private static func link(_ file: Int32, _ path: String, _ folder: Int32, _ name: String) -> Bool {
        if linkat(AT_FDCWD, "/proc/self/fd/\(file)", folder, name, AT_SYMLINK_FOLLOW) == 0 { return true }
        return errno == EXDEV && symlinkat(path, folder, name) == 0
    }

    private static func isRegular(_ file: Int32) -> Bool {
        var status = stat()
        return fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Opens a folder and looks where it really is, so that nothing of its path can be exchanged meanwhile.
    private static func inFolder(_ path: String, _ body: (Int32) -> Void) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { close(folder) }
        guard let real = realpath("/proc/self/fd/\(folder)", nil) else { return }
        defer { free(real) }
        let place = String(cString: real)
        if place.hasPrefix("/tmp/") || place.hasPrefix("/var/tmp/") { body(folder) }
    }
}
