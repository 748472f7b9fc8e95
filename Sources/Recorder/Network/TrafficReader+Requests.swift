import JSON
import Model

extension TrafficReader {
    /// CDP `Network.requestWillBeSent`: a request, or the next hop of one that was redirected.
    mutating func requestWillBeSent(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId"), let request = incoming.params["request"],
            let url = request["url"]?.stringValue, !url.utf8.starts(with: "data:".utf8)
        else { return }
        let timestamp = incoming.double("timestamp")
        let wall = incoming.double("wallTime")
        if let timestamp, let wall { clock.adjust(monotonic: timestamp, wall: wall) }
        var id: String?
        var redirectedFrom: String?
        if let earlier = network.open[key] {
            if let redirect = incoming.params["redirectResponse"], !redirect.isNull {
                (id, redirectedFrom) = (earlier.id, earlier.url)
                endHop(key, redirect, at: timestamp, incoming.now, into: &actions)
            } else if earlier.start == timestamp {
                return
            } else {
                endUnheard(key, at: incoming.now, into: &actions)
            }
        }
        let open = OpenRequest(
            id: id ?? network.recordID(for: key),
            url: url,
            method: request["method"]?.stringValue ?? "GET",
            resourceType: (incoming.string("type") ?? "Other").lowercased(),
            place: targets.place(of: incoming.session),
            session: incoming.session,
            frameID: incoming.string("frameId"),
            start: timestamp,
            startedAt: wall.map { BrowserClock.moment(seconds: $0, or: incoming.now) } ?? incoming.now,
            loaderID: incoming.string("loaderId").flatMap { $0.isEmpty ? nil : $0 }
        )
        begin(open, key: key, into: &actions) { data in
            data.put("documentUrl", incoming.string("documentURL"))
            data.put("initiator", incoming.params["initiator"]?["type"]?.stringValue)
            data.put("redirectedFrom", redirectedFrom)
            data.mark("hasPostData", request["hasPostData"]?.boolValue ?? false)
            data.put("postDataBytes", Self.postDataBytes(request))
        }
    }

    /// Writes the request and keeps it open. Beyond the limit the oldest open request is ended, with an error that says so.
    mutating func begin(
        _ request: OpenRequest,
        key: String,
        into actions: inout [Action],
        _ more: (inout EventData) -> Void = { _ in }
    ) {
        var data = EventData()
        data.put("requestId", request.id)
        data.put("method", request.method)
        data.put("url", request.url)
        data.put("resourceType", request.resourceType)
        data.put("frameId", request.frameID)
        more(&data)
        actions.append(
            request.place.event(.networkRequest, .started, at: request.startedAt, name: request.label, data)
        )
        if let oldest = network.add(request, key: key), let given = network.remove(oldest) {
            fail(given, "not observed: too many open requests", canceled: false, at: request.startedAt, into: &actions)
        }
    }

    private static func postDataBytes(_ request: JSON) -> Int64? {
        guard let entries = request["postDataEntries"]?.arrayValue, !entries.isEmpty else { return nil }
        var total: Int64 = 0
        for entry in entries {
            guard let text = entry["bytes"]?.stringValue else { return nil }
            let padding = text.utf8.suffix(2).count { $0 == UInt8(ascii: "=") }
            total += Int64(text.utf8.count / 4 * 3 - padding)
        }
        return total
    }

    mutating func requestServedFromCache(_ incoming: Incoming) {
        guard let key = incoming.string("requestId"), network.open[key] != nil else { return }
        network.servedFromMemory.insert(key)
    }
}
