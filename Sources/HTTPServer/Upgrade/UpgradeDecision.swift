import API
public import CDPProxy
public import HTTPTypes
import JSON
import Model
public import WebSocket

/// What becomes of a WebSocket request.
public enum UpgradeDecision: Sendable {
    /// Join the client with a browser. `onEnd` is called once, when the client has gone or when the join failed.
    case splice(BrowserEndpoint, tap: (any CommandTap)?, onEnd: @Sendable () -> Void)
    /// Be the other end of the WebSocket. `serve` is called once, with the open connection, which closes when it returns.
    case webSocket(WebSocketOptions, serve: @Sendable (WebSocketConnection) async -> Void)
    /// Answer with a response and close the connection.
    case refuse(UpgradeRefusal)
    /// No path for WebSockets: route it as a plain request.
    case pass
}

/// A whole HTTP response that is given instead of an upgrade.
///
/// The connection closes after it; `connection: close`, `content-length` and, unless given, `content-type: application/json` are added.
public struct UpgradeRefusal: Sendable {
    public var status: HTTPResponse.Status
    public var body: [UInt8]
    /// Should carry `x-request-id`, the same as in the body.
    public var headers: HTTPFields

    public init(status: HTTPResponse.Status, body: [UInt8], headers: HTTPFields = [:]) {
        self.status = status
        self.body = body
        self.headers = headers
    }
}

extension UpgradeRefusal {
    /// The contract's error body, under a new request id.
    init(_ error: APIError) {
        let requestID = UUIDv7().description
        self.init(
            status: HTTPResponse.Status(code: error.code.status),
            body: error.body(requestID: requestID).bytes,
            headers: [.requestID: requestID]
        )
    }
}
