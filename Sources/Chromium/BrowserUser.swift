import ChildProcesses
import Glibc

/// Whom browsers run as.
struct BrowserUser: Sendable {
    typealias Identity = ChildProcess.Identity

    /// From the range that systemd gives out dynamically (61184 to 65519), so no person has it. It needs no passwd entry.
    static let bare = Identity(id: 64_987, group: 64_987)
    static let usualName = "martlet"

    /// Nil when the server is not root: then browsers run as the server's user.
    static func find(configured: String?) throws(BrowserError) -> Identity? {
        guard geteuid() == 0 else { return nil }
        guard let configured else { return named(usualName) ?? bare }
        guard let identity = named(configured) ?? numbered(configured) else {
            throw .startFailed("There is no system user named \(configured) to run browsers as.")
        }
        return identity
    }

    private static func numbered(_ text: String) -> Identity? { uid_t(text).map { Identity(id: $0, group: $0) } }

    private static func named(_ name: String) -> Identity? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var texts = [CChar](repeating: 0, count: 16_384)
        guard getpwnam_r(name, &entry, &texts, texts.count, &found) == 0, found != nil else { return nil }
        return Identity(id: entry.pw_uid, group: entry.pw_gid)
    }
}
