import JSON

extension Martlet {
    /// What a recording is exported as.
    public struct VideoFormat: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let mp4: VideoFormat = "mp4"
        public static let webm: VideoFormat = "webm"
    }
}

extension Martlet.Runs {
    /// Makes a video of the recording, or of a part of it, as a file in the store. Martlet's own; other servers have no such call.
    /// - Parameters:
    ///   - from: since the run's start; nil: the beginning.
    ///   - to: nil: the end.
    ///   - page: only this page; nil: what was in front.
    ///   - timeout: making a video takes time; default an hour.
    public func exportRecording(
        _ id: Martlet.RunID,
        format: Martlet.VideoFormat = .mp4,
        from: Duration? = nil,
        to: Duration? = nil,
        page: Martlet.TargetID? = nil,
        timeout: Duration = .seconds(3600)
    ) async throws -> Martlet.File {
        var body: JSONObject = ["format": .string(format.rawValue)]
        body["fromSeconds"] = from.map { .number($0.inSeconds) }
        body["toSeconds"] = to.map { .number($0.inSeconds) }
        body["pageId"] = page.map { .string($0.rawValue) }
        var request = Request(method: .post, path: Path.v1(["runs", id.rawValue, "recording", "export"]))
        request.body = .json(.object(body))
        request.timeout = timeout
        return try Martlet.File(Fields(try await transport.call(request), "file"))
    }
}
