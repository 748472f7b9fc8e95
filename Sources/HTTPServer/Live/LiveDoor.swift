import API
import ControlPlane
import HTTPTypes
import LiveView
import Logging
import Model
import WebSocket

/// The WebSockets of live views, `/view/live/{token}/socket`. The token is the credential: every origin may connect.
struct LiveDoor: Sendable {
    let controlPlane: ControlPlane
    let logger: Logger
    private let buffers = FrameBuffers()

    init(controlPlane: ControlPlane, logger: Logger) {
        self.controlPlane = controlPlane
        self.logger = logger
    }

    /// What becomes of a request to open a WebSocket.
    func decide(_ request: HTTPRequest) async -> UpgradeDecision {
        let path = (request.path ?? "/").prefix { $0 != "?" }
        let segments = path.split(separator: "/").map { PercentDecoding.decode($0) }
        guard segments.count == 4, segments[0] == "view", segments[1] == "live", segments[3] == "socket" else {
            return .pass
        }
        do {
            let lease = try await controlPlane.leases.open(segments[2] ?? "", for: .live)
            var options = WebSocketOptions()
            options.maximumMessage = 64 * 1024
            options.closeTimeout = .seconds(2)
            let (live, buffers) = (controlPlane.live, buffers)
            let serve: @Sendable (WebSocketConnection) async -> Void = { connection in
                await live.serve(lease, on: WebSocketLine(connection: connection, buffers: buffers))
            }
            return .webSocket(options, serve: serve)
        } catch {
            return .refuse(UpgradeRefusal(ErrorTranslation.apiError(error, logger: logger)))
        }
    }
}
