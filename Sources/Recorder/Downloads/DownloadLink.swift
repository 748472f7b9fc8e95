#if canImport(Glibc)
    import Glibc
#endif

/// Another name for a downloaded file, in the folder where a client's own library looks for it.
///
/// Playwright points downloads at a temporary folder of its own and reads `<folder>/<guid>`. The browser's user may not write there, so
/// the file comes to our folder and a symbolic link stands in its place.
enum DownloadLink {
    /// Makes the link, if the folder exists on this machine below the system's folder for temporary files, and nothing has the name.
    /// - Parameter guid: A plain UUID; the caller has checked it.
    static func make(in folder: String, to downloads: String, guid: String) {
        guard let real = path(folder), real.hasPrefix("/tmp/") || real.hasPrefix("/var/tmp/") else { return }
        _ = symlink(downloads + "/" + guid, real + "/" + guid)
    }

    /// The folder without symbolic links; nil when it does not exist.
    private static func path(_ folder: String) -> String? {
        guard let resolved = realpath(folder, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
