import NIOCore
import NIOWebSocket

/// Which end of a WebSocket this is.
enum WebSocketRole: Sendable {
    /// Masks what it sends (RFC 6455, section 5.3).
    case client
    /// Masks nothing, asks three times in `silence` whether the client is there, and closes a line that was silent for so long.
    case server(silence: TimeAmount)

    var maskKey: WebSocketMaskingKey? {
        switch self {
        case .client: .random()
        case .server: nil
        }
    }
}
