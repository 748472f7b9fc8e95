import Model

/// The downloads that are under way, and where clients refuse them.
struct DownloadBook: Sendable {
    struct Open: Sendable {
        let guid: String
        let url: String
        let name: String
        let place: Place
        let startedAt: Timestamp
        /// The client's folder that it is to be in under its name.
        let folder: String?
        /// Bytes received so far.
        var received: Int64
    }

    var open: [Open] = []
    /// Browser contexts ("" for the default one) in which a client refuses downloads (`Browser.setDownloadBehavior`), which is left so.
    var denied: Set<String> = []
    /// Where a client looks for downloads under their names (behaviour `allow`), by browser context.
    var folders: [String: ClientFolder] = [:]

    struct ClientFolder: Sendable {
        let client: Int
        let path: String
    }
}
