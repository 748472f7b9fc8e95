import JSON
import Model

/// A request (one hop of it) that has not ended.
struct OpenRequest: Sendable {
    /// What is known once the headers are there.
    struct Response: Sendable {
        var statusCode: Int64
        var statusText: String?
        var mimeType: String
        var fromCache: Bool
        var fromServiceWorker: Bool
        var isProtocol: String?
        var remoteAddress: String?
        var timing: JSONObject
        /// Whether the answer may have been a 304, which only `responseReceivedExtraInfo` tells.
        var mayBeRevalidated: Bool
    }

    /// Unique in the run (see ``NetworkBook``).
    let id: String
    let url: String
    let method: String
    var resourceType: String
    let place: Place
    let session: String?
    let frameID: String?
    /// The browser's monotonic time, in seconds.
    let start: Double?
    let startedAt: Timestamp
    var response: Response?
    /// The end, when it came before the news whether the cache was revalidated.
    var lateEnd: LateEnd?
    /// For the script of a worker: it has been loaded, whatever else was heard of it.
    var scriptLoaded = false

    struct LateEnd: Sendable {
        let timestamp: Double?
        let bytes: Int64
        let heardAt: Timestamp
    }

    /// `GET /path`: method and path without the query, which may hold secrets.
    var label: String { "\(method) \(URLText.path(of: url))" }
}
