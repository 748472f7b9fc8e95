#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// Where a server on this machine keeps its data, and so where its admin key is found.
    public struct LocalServer: Sendable {
        /// `$MARTLET_DATA_DIR`, else `$XDG_DATA_HOME/martlet`, else for root `/var/lib/martlet` (which the browsers' own user can reach,
        /// unlike root's home), else `~/.local/share/martlet`.
        public let dataFolder: String

        public init(dataFolder: String) { self.dataFolder = dataFolder }

        public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
            let home = environment["HOME"] ?? "."
            if let folder = environment["MARTLET_DATA_DIR"], !folder.isEmpty {
                dataFolder = folder
            } else if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") {
                dataFolder = base + "/martlet"
            } else {
                dataFolder = geteuid() == 0 ? "/var/lib/martlet" : home + "/.local/share/martlet"
            }
        }

        public var adminKeyPath: String { dataFolder + "/admin.key" }

        /// The key that the server's first start wrote; nil when there is none or it may not be read.
        public var adminKey: String? {
            guard let data = FileManager.default.contents(atPath: adminKeyPath) else { return nil }
            let text = String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
            return text.isEmpty ? nil : text
        }
    }
}
