import Model

/// The downloads that are under way, and where clients refuse them.
struct DownloadBook: Sendable {
    struct Open: Sendable {
        let guid: String
        let url: String
        let name: String
        let place: Place
        let startedAt: Timestamp
        /// Bytes received so far.
        var received: Int64
    }

    var open: [Open] = []
    /// Browser contexts ("" for the default one) in which a client refuses downloads (`Browser.setDownloadBehavior`), which is left so.
    var denied: Set<String> = []
}
