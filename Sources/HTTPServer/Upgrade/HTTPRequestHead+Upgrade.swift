import NIOHTTP1

extension HTTPRequestHead {
    /// Whether this asks for a WebSocket (RFC 6455, section 4.1).
    var isWebSocket: Bool {
        method == .GET && version == .http1_1
            && headers[canonicalForm: "upgrade"].contains { $0.lowercased() == "websocket" }
            && headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
    }

    /// Whether the decoder stops after this request, in the belief that another protocol follows.
    ///
    /// Such a request is routed as a plain one, without these fields, and its connection closes after the answer.
    var stopsDecoder: Bool { method == .CONNECT || headers.contains(name: "upgrade") }

    var withoutUpgrade: HTTPRequestHead {
        var head = self
        for name in ["upgrade", "http2-settings", "connection"] { head.headers.remove(name: name) }
        head.headers.add(name: "connection", value: "close")
        return head
    }

    /// The client's key (RFC 6455, section 4.1: 16 bytes in base64), or why the handshake is no good.
    func webSocketKey() -> Result<String, HandshakeFault> {
        guard headers["sec-websocket-version"].first == "13" else {
            return .failure(HandshakeFault("`Sec-WebSocket-Version` must be 13"))
        }
        guard let key = headers["sec-websocket-key"].first, key.utf8.count == 24, key.hasSuffix("=="),
            key.utf8.dropLast(2).allSatisfy(\.isBase64)
        else { return .failure(HandshakeFault("`Sec-WebSocket-Key` must be 16 bytes in base64")) }
        return .success(key)
    }
}

struct HandshakeFault: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

extension UInt8 {
    fileprivate var isBase64: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
