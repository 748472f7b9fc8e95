public import Recorder

/// The line to one viewer, whatever carries it.
public protocol ViewerLine: Sendable {
    /// Returns when the line has taken it, so that a sender that waits buffers one message only.
    func send(text: [UInt8]) async throws
    /// The same for a frame, with ``FramePacket/head(of:)`` before its JPEG.
    func send(_ frame: Frame) async throws
    /// The next message; nil when the viewer has hung up.
    /// - Throws: when the line broke, or the viewer broke the protocol and was told so.
    func receive() async throws -> ViewerData?
    /// Says why, and closes.
    func close(_ reason: ViewerClose) async
    /// Cuts the line. What waits to be sent is lost.
    func abort()
}

public enum ViewerData: Sendable, Equatable {
    case text(String)
    case binary
}

/// Why a viewer's line is closed: code and reason of the close frame (docs/live-view-protocol.md, "Close codes").
public struct ViewerClose: Sendable, Equatable {
    public let code: UInt16
    public let reason: String

    static let runEnded = ViewerClose(code: 4001, reason: "the run has ended")
    static let expired = ViewerClose(code: 4002, reason: "the lease has expired")
    static let revoked = ViewerClose(code: 4003, reason: "the lease was revoked")
    static let tooMany = ViewerClose(code: 4004, reason: "there are too many viewers")
    static let flood = ViewerClose(code: 4008, reason: "too many messages")
    static let takesNothing = ViewerClose(code: 4009, reason: "the viewer takes nothing")
    static let broken = ViewerClose(code: 1007, reason: "not a JSON object with a type")
}
