import Model

/// The requests that are open, by the browser's id.
///
/// A `requestId` is the browser's own. It is the same in every session that speaks of a request: a worker's script is asked for in the
/// page's session and answered in the worker's. When the browser uses an id again for a new request (a service worker whose script is loaded
/// once more), `~2`, `~3` and so on is added, so that ids stay unique in the run.
struct NetworkBook: Sendable {
    /// Above this many open requests of a run the oldest is given up (see ``TrafficReader/begin(_:into:)``).
    static let limit = 20_000

    var open: [String: OpenRequest] = [:]
    /// Ids in the order of their coming, some ended long since; compacted when it has grown to twice the open ones.
    private var order: [String] = []
    /// Requests whose `responseReceivedExtraInfo` came, with its status, until they end.
    var extraStatus: [String: Int64] = [:]
    /// Requests that the memory cache answered, until they end.
    var servedFromMemory: Set<String> = []
    /// How often each id of a kind that comes again has been used.
    private var uses: [String: Int] = [:]
    /// WebSockets that were created, with their address and place, until their handshake begins.
    var sockets: [String: WebSocketIntent] = [:]
    /// Proxy challenges that were answered, so that wrong credentials are tried once.
    var answeredChallenges = RecentKeys<String>(capacity: 256)

    struct WebSocketIntent: Sendable {
        let url: String
        let place: Place
        let session: String?
    }

    /// The id for the record. Ids of the renderer (`pid.counter`) never come again; those of navigations and workers are tokens, which may.
    mutating func recordID(for id: String) -> String {
        guard !id.utf8.contains(UInt8(ascii: ".")) else { return id }
        if uses.count >= Self.limit { uses.removeAll(keepingCapacity: true) }
        let use = uses[id, default: 0] + 1
        uses[id] = use
        return use == 1 ? id : "\(id)~\(use)"
    }

    /// Whether the request of a navigation or a worker has been seen.
    func isKnown(_ id: String) -> Bool { uses[id] != nil }

    mutating func noteExtra(_ id: String, status: Int64) {
        if extraStatus.count >= Self.limit { extraStatus.removeAll(keepingCapacity: true) }
        extraStatus[id] = status
    }

    /// Opens a request. Gives back the key of the oldest when there are too many.
    mutating func add(_ request: OpenRequest, key: String) -> String? {
        open[key] = request
        order.append(key)
        if order.count > 2 * open.count + 64 { order = order.filter { open[$0] != nil } }
        return open.count > Self.limit ? order.first { open[$0] != nil } : nil
    }

    mutating func remove(_ key: String) -> OpenRequest? {
        extraStatus[key] = nil
        servedFromMemory.remove(key)
        return open.removeValue(forKey: key)
    }

    /// The keys of open requests in the order of their coming.
    var keys: [String] {
        var seen: Set<String> = []
        return order.filter { open[$0] != nil && seen.insert($0).inserted }
    }
}
