import Glibc

/// Where ffmpeg is.
public struct Encoder: Sendable, Equatable {
    /// The program's path.
    public let path: String

    /// Looked for anew for each video, so that it may be installed while the server runs.
    /// - Parameters:
    ///   - configured: its path; nil: the first `ffmpeg` of `searchPath`.
    ///   - searchPath: as `PATH`.
    /// - Throws: `encoderMissing`.
    public static func find(configured: String?, searchPath: String) throws(VideoError) -> Encoder {
        if let configured {
            guard isExecutable(configured) else {
                throw VideoError(.encoderMissing, "There is no program at \(configured), where ffmpeg should be.")
            }
            return Encoder(path: configured)
        }
        let paths = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/ffmpeg" }
        guard let path = paths.first(where: isExecutable) else {
            throw VideoError(.encoderMissing, "ffmpeg is not installed on the server's machine.")
        }
        return Encoder(path: path)
    }

    private static func isExecutable(_ path: String) -> Bool {
        var information = stat()
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return false }
        return access(path, X_OK) == 0
    }
}
