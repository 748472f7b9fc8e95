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
        /// Bytes of the headers on the wire.
        var headerBytes: Int64
        /// The length of the body on the wire, where the headers tell it (RFC 9112, section 6.3).
        var bodyBytes: Int64?
        /// Whether the body's length on the wire is not that of its contents.
        var isEncoded: Bool
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
    /// The document that asked; nil where there is none, as in workers.
    var loaderID: String?
    /// When its page went on to another document.
    var leftAt: Timestamp?
    var response: Response?
    /// The end, while something may still be heard that belongs to it.
    var lateEnd: LateEnd?
    /// For the script of a worker: it has been loaded, whatever else was heard of it.
    var scriptLoaded = false

    /// What has come of the body: contents, and bytes on the wire as far as they are told.
    var received: (contents: Int64, wire: Int64) = (0, 0)

    struct LateEnd: Sendable {
        /// The browser has said so; else it follows from the length of the body.
        let isTold: Bool
        let timestamp: Double?
        let bytes: Int64
        let heardAt: Timestamp
    }

    /// `GET /path`: method and path without the query, which may hold secrets.
    var label: String { "\(method) \(URLText.path(of: url))" }
}
