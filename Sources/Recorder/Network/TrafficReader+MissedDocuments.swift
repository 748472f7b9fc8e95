import JSON
import Model

/// A popup in the process of its opener is let go by the first client that says so, and under load an agent's client may be quicker than we
/// are. Its first document is then told of by its end alone.
extension TrafficReader {
    /// Writes what is known of a page's first document whose request was missed: `inferred` says that it follows from the page.
    mutating func documentMissed(_ key: String, bytes: Int64, at incoming: Incoming, into actions: inout [Action]) {
        guard let session = targets.session(incoming.session), session.kind == .page, !network.isKnown(key),
            !key.utf8.contains(UInt8(ascii: ".")), navigations.frames[session.targetID] == nil,
            let url = targets.page(session.targetID)?.url, url.hasPrefix("http")
        else { return }
        let timestamp = incoming.double("timestamp")
        let time = clock.moment(monotonic: timestamp, or: incoming.now)
        let request = OpenRequest(
            id: network.recordID(for: key),
            url: url,
            method: "GET",
            resourceType: "document",
            place: session.place,
            session: incoming.session,
            frameID: session.targetID,
            start: timestamp,
            startedAt: time
        )
        begin(request, key: key, into: &actions) { $0.mark("inferred", true) }
        if let request = network.remove(key) {
            respond(request, bytes: bytes, at: timestamp, incoming.now, inferred: true, into: &actions)
        }
        var data = EventData()
        data.put("url", url)
        data.put("frameId", session.targetID)
        data.put("mainFrame", true)
        data.put("inferred", true)
        actions.append(session.place.event(.navigation, .finished, at: time, name: URLText.path(of: url), data))
        navigations.show(url, loader: key, in: session.targetID, page: session.targetID)
    }
}
