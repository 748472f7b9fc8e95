import Model

/// The downloads that are under way, and where clients refuse them.
struct DownloadBook: Sendable {
    struct Open: Sendable {
        let guid: String
        let url: String
        let name: String
        let place: Place
        let startedAt: Timestamp
        /// Its browser context: "" for the default one.
        let context: String
        /// The client's folder that it is to be in under its name.
        let folder: String?
        /// Bytes received so far.
        var received: Int64
    }

    var open: [Open] = []
    /// Browser contexts ("" for the default one) in which a client refuses downloads (`Browser.setDownloadBehavior`), which is left so.
    var denied: Set<String> = []
    /// Those that a client has cancelled.
    private var cancelled: Set<String> = []
    /// Where a client looks for downloads under their names (behaviour `allow`), by browser context.
    var folders: [String: ClientFolder] = [:]

    mutating func cancel(_ guid: String) {
        // A client may cancel what never was.
        if cancelled.count >= 1000 { cancelled.removeAll() }
        cancelled.insert(guid)
    }

    /// Whether a download that the browser calls cancelled was: by a client, or since its context refuses downloads.
    mutating func wasCancelled(_ download: Open) -> Bool {
        cancelled.remove(download.guid) != nil || denied.contains(download.context)
    }

    struct ClientFolder: Sendable {
        let client: Int
        let path: String
    }
}
