import JSON
import Model

extension TrafficReader {
    /// CDP `Network.loadingFailed`.
    mutating func loadingFailed(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId") else { return }
        let text = incoming.string("errorText") ?? ""
        let reason = incoming.string("blockedReason")
        let error = text.isEmpty ? reason.map { $0 == "csp" ? "net::ERR_BLOCKED_BY_CSP" : "blocked: \($0)" } : text
        let canceled = incoming.params["canceled"]?.boolValue ?? false
        let time = clock.moment(monotonic: incoming.double("timestamp"), or: incoming.now)
        if let request = network.remove(key) {
            fail(
                request,
                error ?? "net::ERR_FAILED",
                canceled: canceled,
                blockedReason: reason,
                cors: incoming.params["corsErrorStatus"]?["corsError"]?.stringValue,
                at: time,
                timestamp: incoming.double("timestamp"),
                into: &actions
            )
        }
        documentFailed(loader: key, error ?? "net::ERR_FAILED", canceled: canceled, at: time, into: &actions)
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

    /// Ends a request whose end nobody will tell, since its target or the run has ended.
    mutating func endUnheard(_ key: String, at now: Timestamp, into actions: inout [Action]) {
        guard let request = network.remove(key) else { return }
        if let late = request.lateEnd {
            respond(request, bytes: late.bytes, at: late.timestamp, now, into: &actions)
        } else if request.scriptLoaded {
            respond(request, bytes: 0, at: nil, now, inferred: request.response == nil, into: &actions)
        } else {
            fail(request, "net::ERR_ABORTED", canceled: true, at: now, into: &actions)
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
