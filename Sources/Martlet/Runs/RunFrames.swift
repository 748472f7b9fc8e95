#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Martlet {
    /// A picture of a page at a moment of a run.
    public struct Frame: Sendable {
        /// A JPEG.
        public let jpeg: [UInt8]
        /// When it was shown first, since the run's ``Run/startedAt``; nil from servers that do not say.
        public let time: Duration?
        /// Of which page it is.
        public let pageID: TargetID?
        /// The picture's number in its run, from 1 and rising.
        public let number: Int?
    }

    /// Pictures of a run, for programs. Martlet's own; other servers have none.
    public struct RunFrames: Sendable {
        let transport: Transport

        /// The picture that was to be seen at a moment of a run, which may still go on.
        /// - Parameters:
        ///   - time: since the run's ``Run/startedAt``; what lies outside the run means its beginning or end. nil: the newest.
        ///   - page: of this page; nil: of the one that was in front.
        /// - Throws: `notFound` where there was none yet, or the recording is gone.
        public func get(_ run: RunID, at time: Duration? = nil, page: TargetID? = nil) async throws -> Frame {
            let query: Query = ["at": time.map { "\($0.inSeconds)" }, "pageId": page?.rawValue]
            var request = Request(method: .get, path: Path.v1(["runs", run.rawValue, "frames"]), query: query)
            request.headers = [("Accept", "image/jpeg")]
            let (bytes, header) = try await transport.bytes(request, upTo: 32 * 1024 * 1024)
            return Frame(
                jpeg: bytes,
                time: header("x-frame-time").flatMap { Double($0) }.flatMap(Duration.init(wireSeconds:)),
                pageID: header("x-frame-page").map { TargetID($0) },
                number: header("x-frame-number").flatMap { Int($0) }
            )
        }
    }
}
