import NIOCore

/// Finds, in what a browser says to a client, which session belongs to which target (CDP `Target.attachedToTarget`).
///
/// Client and browser agree on session ids in that direction alone.
struct AttachmentReader {
    private static let finder = EventFinder(#""method":"Target.attachedToTarget","params":{"sessionId":""#)

    private let client: Int
    private let tap: any CommandTap
    private var finder = Self.finder

    init(client: Int, tap: any CommandTap) {
        self.client = client
        self.tap = tap
    }

    mutating func read(_ buffer: ByteBuffer) {
        finder.read(buffer) { [client, tap] text in
            guard let session = text.id(), text.skip(#"","targetInfo":{"targetId":""#), let target = text.id() else {
                return
            }
            tap.attached(client, session: session, target: target)
        }
    }
}
