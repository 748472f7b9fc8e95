import Glibc

/// The program that is started as the browser.
struct BrowserExecutable: Sendable, Equatable {
    let path: String

    /// The old headless mode, as a program of its own: needs no switch, starts in a third of the time.
    var isHeadlessShell: Bool { path.hasSuffix("headless-shell") || path.hasSuffix("headless_shell") }

    /// Debian's `/usr/bin/chromium` is left out: it is a script that adds switches of its own.
    static let usualPaths = [
        "/usr/lib/chromium/chromium-headless-shell",
        "/usr/lib/chromium/chromium",
        "/usr/lib/chromium-browser/chromium-browser",
        "/opt/google/chrome/chrome",
        "/opt/chromium/chrome",
    ]

    /// Looked up anew at each launch, so that a browser may be installed while the server runs.
    static func find(configured: String?, usualPaths: [String] = usualPaths) throws(BrowserError) -> BrowserExecutable {
        if let configured {
            guard isExecutable(configured) else {
                throw notFound("There is no program at \(configured), where the browser should be.")
            }
            return BrowserExecutable(path: configured)
        }
        guard let path = usualPaths.first(where: isExecutable) else {
            throw notFound("No Chromium is installed on this machine.")
        }
        return BrowserExecutable(path: path)
    }

    private static func isExecutable(_ path: String) -> Bool {
        var information = stat()
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return false }
        return access(path, X_OK) == 0
    }

    private static func notFound(_ message: String) -> BrowserError {
        BrowserError(
            code: .notFound,
            message: message,
            hint: "Install one with: apt-get install chromium-headless-shell"
        )
    }
}
