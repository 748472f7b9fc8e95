import JSON
import Model

extension TrafficReader {
    /// A redirect: the hop ends with the response that sent it on.
    mutating func endHop(
        _ key: String,
        _ response: JSON,
        at timestamp: Double?,
        _ now: Timestamp,
        into actions: inout [Action]
    ) {
        guard var request = network.open.removeValue(forKey: key) else { return }
        network.extraStatus[key] = nil
        request.response = .init(response, servedFromMemory: false)
        let bytes = ByteCount.of(response["encodedDataLength"])
        respond(request, bytes: bytes, at: timestamp, now, into: &actions)
    }

    /// CDP `Network.responseReceived`: the headers. The event waits for the end of the body.
    mutating func responseReceived(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId"), let response = incoming.params["response"] else { return }
        let fromMemory = network.servedFromMemory.contains(key)
        let hasExtra = incoming.params["hasExtraInfo"]?.boolValue ?? false
        guard var request = network.open.removeValue(forKey: key) else { return }
        var parsed = OpenRequest.Response(response, to: request.method, servedFromMemory: fromMemory)
        if !hasExtra { parsed.mayBeRevalidated = false }
        request.response = parsed
        if let type = incoming.string("type"), type != "Other" { request.resourceType = type.lowercased() }
        noteEnd(&request, at: incoming, into: &actions)
        network.open[key] = request
    }

    /// CDP `Network.responseReceivedExtraInfo`: the status of the network, which differs when the cache was asked anew (304).
    mutating func responseReceivedExtraInfo(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId"), let status = incoming.params["statusCode"]?.integerValue else {
            return
        }
        network.noteExtra(key, status: status)
        guard let late = network.open[key]?.lateEnd, late.isTold else { return }
        finish(key, bytes: late.bytes, at: late.timestamp, incoming.now, into: &actions)
    }

    /// CDP `Network.loadingFinished`: the end of the body.
    mutating func loadingFinished(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId") else { return }
        let bytes = ByteCount.of(incoming.params["encodedDataLength"])
        let timestamp = incoming.double("timestamp")
        guard let request = network.open[key] else {
            return documentMissed(key, bytes: bytes, at: incoming, into: &actions)
        }
        if request.response?.mayBeRevalidated == true, network.extraStatus[key] == nil {
            network.open[key]?.lateEnd = .init(isTold: true, timestamp: timestamp, bytes: bytes, heardAt: incoming.now)
            actions.append(.flushLater)
        } else {
            finish(key, bytes: bytes, at: timestamp, incoming.now, into: &actions)
        }
    }

    /// CDP `Network.dataReceived`. The browser does not tell the end of a body that the page does not read (`await fetch(url)` alone); it follows
    /// from the length that the headers gave.
    mutating func dataReceived(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId"), var request = network.open[key] else { return }
        let (contents, wire) = request.received
        request.received.contents = ByteCount.sum(contents, ByteCount.of(incoming.params["dataLength"]))
        request.received.wire = ByteCount.sum(wire, ByteCount.of(incoming.params["encodedDataLength"]))
        noteEnd(&request, at: incoming, into: &actions)
        network.open[key] = request
    }

    private func noteEnd(_ request: inout OpenRequest, at incoming: Incoming, into actions: inout [Action]) {
        guard let response = request.response, let length = response.bodyBytes, request.lateEnd == nil,
            request.received.wire >= length || (!response.isEncoded && request.received.contents >= length)
        else { return }
        request.lateEnd = .init(
            isTold: false,
            timestamp: incoming.double("timestamp"),
            bytes: response.fromCache ? 0 : ByteCount.sum(response.headerBytes, length),
            heardAt: incoming.now
        )
        actions.append(.flushLater)
    }

    private mutating func finish(
        _ key: String,
        bytes: Int64,
        at timestamp: Double?,
        _ now: Timestamp,
        into actions: inout [Action]
    ) {
        let revalidated = network.extraStatus[key] == 304
        guard var request = network.remove(key) else { return }
        if revalidated, request.response?.statusCode == 200 {
            request.response?.statusCode = 304
            request.response?.statusText = "Not Modified"
        }
        respond(request, bytes: bytes, at: timestamp, now, into: &actions)
    }

    /// Ends the requests that wait in vain for something more: half a second after their end.
    mutating func flushLateEnds(at now: Timestamp, into actions: inout [Action]) {
        for key in network.keys {
            guard let late = network.open[key]?.lateEnd else { continue }
            if now.milliseconds - late.heardAt.milliseconds >= 500 {
                finish(key, bytes: late.bytes, at: late.timestamp, now, into: &actions)
            } else {
                actions.append(.flushLater)
            }
        }
    }

    /// Writes `network.response`.
    func respond(
        _ request: OpenRequest,
        bytes: Int64,
        at timestamp: Double?,
        _ now: Timestamp,
        inferred: Bool = false,
        incomplete: Bool = false,
        into actions: inout [Action]
    ) {
        let response = request.response ?? .unknown
        let end = max(request.startedAt, clock.moment(monotonic: timestamp, or: now))
        var data = EventData()
        data.put("requestId", request.id)
        data.put("url", request.url)
        data.put("statusCode", response.statusCode)
        data.put("statusText", response.statusText)
        data.put("mimeType", response.mimeType)
        data.put("fromCache", response.fromCache)
        data.put("bytes", bytes)
        data.put("resourceType", request.resourceType)
        data.mark("fromServiceWorker", response.fromServiceWorker)
        data.put("protocol", response.isProtocol)
        data.put("remoteAddress", response.remoteAddress)
        data.put("frameId", request.frameID)
        data.put("timing", response.timing)
        data.mark("inferred", inferred)
        data.mark("incomplete", incomplete)
        let name = "\(response.statusCode) \(request.label)"
        let seconds = timestamp.flatMap { end in request.start.map { max(0, end - $0) } }
        let duration = seconds.map { ($0 * 1_000_000).rounded() / 1_000_000 }
        actions.append(
            request.place.event(.networkResponse, .received, at: end, name: name, durationSeconds: duration, data)
        )
    }
}
