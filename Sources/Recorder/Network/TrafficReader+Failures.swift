import JSON
import Model

extension TrafficReader {
    /// CDP `Network.loadingFailed`.
    mutating func loadingFailed(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId") else { return }
        let reason = incoming.string("blockedReason")
        let error = Self.errorText(incoming.string("errorText") ?? "", blocked: reason)
        let canceled = incoming.params["canceled"]?.boolValue ?? false
        let time = clock.moment(monotonic: incoming.double("timestamp"), or: incoming.now)
        if canceled, network.open[key]?.lateEnd != nil {
            // The answer had come whole; for one without a body (HEAD, 204) Chromium then says that it hung up.
            endUnheard(key, at: time, into: &actions)
        } else if let request = network.remove(key) {
            fail(
                request,
                error,
                canceled: canceled,
                blockedReason: reason,
                cors: incoming.params["corsErrorStatus"]?["corsError"]?.stringValue,
                at: time,
                timestamp: incoming.double("timestamp"),
                into: &actions
            )
        }
        documentFailed(loader: key, error, canceled: canceled, at: time, into: &actions)
    }

    /// CDP names no error for what the renderer itself blocked, and another one for what an interception refused.
    private static func errorText(_ text: String, blocked reason: String?) -> String {
        switch reason {
        case "inspector": "net::ERR_BLOCKED_BY_CLIENT"
        case "csp" where text.isEmpty: "net::ERR_BLOCKED_BY_CSP"
        case let reason? where text.isEmpty: "blocked: \(reason)"
        default: text.isEmpty ? "net::ERR_FAILED" : text
        }
    }

    /// Writes `network.failed`.
    func fail(
        _ request: OpenRequest,
        _ errorText: String,
        canceled: Bool,
        blockedReason: String? = nil,
        cors: String? = nil,
        statusCode: Int64? = nil,
        at time: Timestamp,
        timestamp: Double? = nil,
        into actions: inout [Action]
    ) {
        var data = EventData()
        data.put("requestId", request.id)
        data.put("url", request.url)
        data.put("errorText", errorText)
        data.put("canceled", canceled)
        data.put("blockedReason", blockedReason)
        data.put("corsError", cors)
        data.put("statusCode", statusCode ?? request.response?.statusCode)
        data.put("method", request.method)
        data.put("resourceType", request.resourceType)
        data.put("frameId", request.frameID)
        let seconds = timestamp.flatMap { end in request.start.map { max(0, end - $0) } }
        let duration = seconds.map { ($0 * 1_000_000).rounded() / 1_000_000 }
        actions.append(
            request.place.event(
                .networkFailed,
                .failed,
                at: max(request.startedAt, time),
                name: request.label,
                durationSeconds: duration,
                data
            )
        )
    }

    /// Ends a request whose end nobody will tell, since its target or the run has ended. One that was answered is a response, with
    /// `incomplete` unless its whole body had come.
    mutating func endUnheard(_ key: String, at now: Timestamp, into actions: inout [Action]) {
        guard let request = network.remove(key) else { return }
        if let late = request.lateEnd {
            respond(request, bytes: late.bytes, at: late.timestamp, now, into: &actions)
        } else if request.scriptLoaded {
            respond(request, bytes: 0, at: nil, now, inferred: request.response == nil, into: &actions)
        } else if let response = request.response {
            let received = response.isEncoded ? request.received.wire : request.received.contents
            let bytes = ByteCount.sum(response.headerBytes, received)
            let end = request.leftAt ?? now
            respond(request, bytes: response.fromCache ? 0 : bytes, at: nil, end, incomplete: true, into: &actions)
        } else {
            fail(request, "net::ERR_ABORTED", canceled: true, at: request.leftAt ?? now, into: &actions)
        }
    }

    /// A page has gone on to another document. When that lives in another process, the browser never says how the requests of the old one
    /// ended; a `keepalive` one may still end. They are ended with the next document, or with the page.
    mutating func leaveRequests(of page: String, for loader: String, at now: Timestamp, into actions: inout [Action]) {
        endRequests(at: now, into: &actions) { $0.leftAt != nil && $0.place.pageID == page }
        for key in network.keys {
            guard let request = network.open[key], request.place.pageID == page, let own = request.loaderID,
                own != loader
            else { continue }
            network.open[key]?.leftAt = now
        }
    }

    mutating func endRequests(
        at now: Timestamp,
        into actions: inout [Action],
        where ended: (OpenRequest) -> Bool
    ) {
        for key in network.keys {
            guard let request = network.open[key], ended(request) else { continue }
            endUnheard(key, at: now, into: &actions)
        }
        for (key, socket) in network.sockets.sorted(by: { $0.key < $1.key }) {
            let request = socket.request(id: key, at: now)
            guard ended(request) else { continue }
            network.sockets[key] = nil
            begin(request, key: key, into: &actions)
            endUnheard(key, at: now, into: &actions)
        }
    }

    /// CDP `Inspector.workerScriptLoaded`: the script of a worker (its request bears the id of the target) has been loaded.
    mutating func workerScriptLoaded(_ incoming: Incoming) {
        guard let target = targets.session(incoming.session)?.targetID else { return }
        network.open[target]?.scriptLoaded = true
    }
}
