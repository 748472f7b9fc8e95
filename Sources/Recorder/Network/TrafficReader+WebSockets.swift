import JSON
import Model

extension NetworkBook.WebSocketIntent {
    func request(id: String, start: Double? = nil, at time: Timestamp) -> OpenRequest {
        OpenRequest(
            id: id,
            url: url,
            method: "GET",
            resourceType: "websocket",
            place: place,
            session: session,
            frameID: nil,
            start: start,
            startedAt: time
        )
    }
}

/// The handshake of a WebSocket (RFC 6455, section 4) is a request and, with status 101, a response. Its messages are not recorded.
extension TrafficReader {
    mutating func webSocketCreated(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId"), let url = incoming.string("url") else { return }
        let place = targets.place(of: incoming.session)
        network.sockets[key] = .init(url: url, place: place, session: incoming.session)
    }

    mutating func webSocketHandshakeSent(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId"), let socket = network.sockets.removeValue(forKey: key) else {
            return
        }
        let start = incoming.double("timestamp")
        let wall = incoming.double("wallTime")
        if let start, let wall { clock.adjust(monotonic: start, wall: wall) }
        let time = wall.map { BrowserClock.moment(seconds: $0, or: incoming.now) } ?? incoming.now
        begin(socket.request(id: key, start: start, at: time), key: key, into: &actions)
    }

    mutating func webSocketHandshakeAnswered(_ incoming: Incoming, into actions: inout [Action]) {
        guard let key = incoming.string("requestId"), var request = network.remove(key),
            let response = incoming.params["response"]
        else { return }
        request.response = .init(response, servedFromMemory: false)
        respond(request, bytes: 0, at: incoming.double("timestamp"), incoming.now, into: &actions)
    }

    /// CDP `Network.webSocketFrameError`: before the handshake's answer it is the failure of the request.
    mutating func webSocketFailed(_ incoming: Incoming, into actions: inout [Action]) {
        let text = incoming.string("errorMessage") ?? "net::ERR_FAILED"
        endSocket(incoming, text, canceled: false, into: &actions)
    }

    /// CDP `Network.webSocketClosed`: before the handshake's answer, the page gave up.
    mutating func webSocketClosed(_ incoming: Incoming, into actions: inout [Action]) {
        endSocket(incoming, "net::ERR_ABORTED", canceled: true, into: &actions)
    }

    private mutating func endSocket(
        _ incoming: Incoming,
        _ text: String,
        canceled: Bool,
        into actions: inout [Action]
    ) {
        guard let key = incoming.string("requestId") else { return }
        let time = clock.moment(monotonic: incoming.double("timestamp"), or: incoming.now)
        if let socket = network.sockets.removeValue(forKey: key) {
            begin(socket.request(id: key, start: incoming.double("timestamp"), at: time), key: key, into: &actions)
        }
        guard let request = network.remove(key) else { return }
        fail(
            request,
            Self.networkError(in: text),
            canceled: canceled,
            statusCode: Self.statusCode(in: text),
            at: time,
            timestamp: incoming.double("timestamp"),
            into: &actions
        )
    }

    /// `Error in connection establishment: net::ERR_X` is `net::ERR_X`; other texts stay.
    private static func networkError(in text: String) -> String {
        guard let range = text.utf8.firstRange(of: "net::".utf8) else { return text }
        return String(text[range.lowerBound...])
    }

    /// `Error during WebSocket handshake: Unexpected response code: 403` has the status at its end.
    private static func statusCode(in text: String) -> Int64? {
        let mark = "Unexpected response code: "
        guard let range = text.utf8.firstRange(of: mark.utf8) else { return nil }
        return Int64(text[range.upperBound...])
    }
}
