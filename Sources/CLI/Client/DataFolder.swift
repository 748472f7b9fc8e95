import Foundation

/// Where a server on this machine keeps its data, and so where commands find its admin key.
public enum DataFolder {
    /// `$MARTLET_DATA_DIR`, else `$XDG_DATA_HOME/martlet`, else for root `/var/lib/martlet` (which the browsers' own user can reach,
    /// unlike root's home), else `~/.local/share/martlet`.
    public static var standard: String {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["MARTLET_DATA_DIR"], !folder.isEmpty { return folder }
        if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") { return base + "/martlet" }
        if getuid() == 0 { return "/var/lib/martlet" }
        return (environment["HOME"] ?? ".") + "/.local/share/martlet"
    }
}
