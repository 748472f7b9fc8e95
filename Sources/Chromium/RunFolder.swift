/// The folders of one run: `INSTANCE/RUN/{downloads,home,tmp,profile}`, all of the browser's user, mode 0700.
struct RunFolder: Sendable {
    let path: String
    let profile: String
    var downloads: String { "\(path)/downloads" }
    var home: String { "\(path)/home" }
    var temporary: String { "\(path)/tmp" }

    /// - Parameter keptProfile: where the profile lies when it outlives the run.
    init(path: String, keptProfile: String?, owner: BrowserUser.Identity?) throws(BrowserError) {
        self.path = path
        profile = keptProfile ?? "\(path)/profile"
        try Folder.make(path, mode: 0o700, owner: owner)
        for folder in [downloads, home, temporary] { try Folder.make(folder, mode: 0o700, owner: owner) }
        try Folder.give(profile, to: owner)
        try Folder.make(profile, mode: 0o700, owner: owner)
        // What a browser that was killed leaves: the next one would take the profile for in use.
        for name in ["SingletonLock", "SingletonCookie", "SingletonSocket"] { _ = Folder.delete("\(profile)/\(name)") }
    }

    /// Everything that a browser writes stays in its folder.
    func environment(inheriting inherited: [String: String]) -> [String: String] {
        var environment = inherited.filter { Self.inherited.contains($0.key) }
        environment["HOME"] = home
        environment["TMPDIR"] = temporary
        environment["XDG_CONFIG_HOME"] = "\(home)/.config"
        environment["XDG_CACHE_HOME"] = "\(home)/.cache"
        environment["XDG_DATA_HOME"] = "\(home)/.local/share"
        environment["XDG_RUNTIME_DIR"] = temporary
        environment["PATH"] = environment["PATH"] ?? "/usr/bin:/bin"
        return environment
    }

    /// Language, time zone, fonts, libraries: never keys or settings of the server.
    private static let inherited: Set<String> = [
        "PATH", "LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE", "TZ", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH",
    ]
}
