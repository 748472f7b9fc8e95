import JSON

extension Martlet {
    /// Pictures of a run, for programs. Martlet's own; other servers have none.
    public struct RunFrames: Sendable {
        let transport: Transport

        /// The picture that was to be seen at a moment of a run, which may still go on: a JPEG.
        /// - Parameters:
        ///   - time: since the run's ``Run/startedAt``.
        ///   - page: of this page; nil: of the one that was in front.
        /// - Throws: `notFound` where there was none yet.
        public func picture(_ run: RunID, at time: Duration, page: TargetID? = nil) async throws -> [UInt8] {
            var query: Query = ["at": "\(time.inSeconds)", "pageId": page?.rawValue]
            query.add("format", "jpeg")
            var request = Request(method: .get, path: Path.v1(["runs", run.rawValue, "frame"]), query: query)
            request.headers = [("Accept", "image/jpeg")]
            return try await transport.bytes(request, upTo: 32 * 1024 * 1024)
        }
    }
}
