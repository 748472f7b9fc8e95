public import CDPProxy
public import HTTPTypes

/// What becomes of a WebSocket request.
public enum UpgradeDecision: Sendable {
    /// Join the client with a browser. `onEnd` is called once, when the client has gone or when the join failed.
    case splice(BrowserEndpoint, tap: (any CommandTap)?, onEnd: @Sendable () -> Void)
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
