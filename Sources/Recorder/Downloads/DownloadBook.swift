import Model

/// The downloads that are under way, and where clients want them.
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
    /// What clients asked for, by browser context ("" for the default one).
    var wishes: [String: Wish] = [:]

    /// A client's own `Browser.setDownloadBehavior`.
    struct Wish: Sendable, Equatable {
        /// It refuses downloads, which is left so.
        var isDenied: Bool
        /// The folder in which it looks for them.
        var folder: String?
    }
}
