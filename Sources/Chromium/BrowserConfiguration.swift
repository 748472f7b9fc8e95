/// Where browsers come from, whom they run as and where they keep their files.
public struct BrowserConfiguration: Sendable {
    /// Path of the browser's program; nil looks at the usual places.
    public var executable: String?
    /// System user that browsers run as when the server is root; nil takes `martlet` if it exists, else a bare user id.
    public var user: String?
    /// Folder of run folders and kept profiles. Made when missing, with mode 0711.
    public var root: String
    /// Whether the folder above `root` may be given mode 0711 when the browser's user cannot enter it. Nothing above that is changed.
    public var parentMayBeOpened = false
    /// Further switches, after ours.
    public var extraArguments: [String] = []
    /// From the start of the process until it answers.
    public var startTimeout: Duration = .seconds(30)
    /// What each of the polite and the firm way to end a browser gets before it is killed.
    public var endGrace: Duration = .seconds(2)

    public init(root: String, executable: String? = nil, user: String? = nil) {
        self.root = root
        self.executable = executable
        self.user = user
    }
}
