import JSON

extension Martlet {
    /// What a recording is exported as.
    public struct VideoFormat: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let mp4: VideoFormat = "mp4"
        public static let webm: VideoFormat = "webm"
    }

    /// A video that is being made, as far as it is.
    struct VideoExport: Resource {
        let id: String
        let status: String
        /// 0 to 1.
        let progress: Double
        let file: File?
        let failure: String?

        init(_ fields: Fields) throws {
            id = try fields.text("id")
            status = try fields.text("status")
            progress = fields.object["progress"]?.doubleValue ?? 0
            file = try fields.nested("file", "file").map(File.init)
            failure = fields.object["error"]?["message"]?.stringValue
        }
    }
}

extension Martlet.Runs {
    /// Makes a video of the recording, or of a part of it, as a file in the store. Martlet's own; other servers have no such call.
    ///
    /// It takes as long as it takes; cancel the task to give it up, which the server is told.
    /// - Parameters:
    ///   - from: since the run's start; nil: the beginning.
    ///   - to: nil: the end.
    ///   - page: only this page; nil: what was in front.
    ///   - progress: called with the share that is done, 0 to 1.
    public func exportRecording(
        _ id: Martlet.RunID,
        format: Martlet.VideoFormat = .mp4,
        from: Duration? = nil,
        to: Duration? = nil,
        page: Martlet.TargetID? = nil,
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> Martlet.File {
        var body: JSONObject = ["format": .string(format.rawValue)]
        body["fromSeconds"] = from.map { .number($0.inSeconds) }
        body["toSeconds"] = to.map { .number($0.inSeconds) }
        body["pageId"] = page.map { .string($0.rawValue) }
        var request = Request(method: .post, path: Path.v1(["runs", id.rawValue, "recording", "export"]))
        request.body = .json(.object(body))
        request.headers = [("Prefer", "wait=1")]
        let answer = try await transport.call(request)
        // A video that was there already, or that was quickly made, is the answer itself.
        guard answer["progress"] != nil else { return try Martlet.File(Fields(answer, "file")) }
        let export = try Martlet.VideoExport(Fields(answer, "export"))
        do {
            return try await finished(export, of: id, progress)
        } catch is CancellationError {
            await Task { [transport] in
                _ = try? await transport.call(.delete, "runs", id.rawValue, "recording", "export", export.id)
            }.value
            throw CancellationError()
        }
    }

    private func finished(
        _ begun: Martlet.VideoExport,
        of run: Martlet.RunID,
        _ progress: (@Sendable (Double) -> Void)?
    ) async throws -> Martlet.File {
        var export = begun
        while true {
            if let file = export.file { return file }
            progress?(export.progress)
            guard ["queued", "running"].contains(export.status) else {
                throw MartletError(.server, export.failure ?? "The video was not made: its export is \(export.status).")
            }
            try await Task.sleep(for: .milliseconds(500))
            let answer = try await transport.call(.get, "runs", run.rawValue, "recording", "export", begun.id)
            export = try Martlet.VideoExport(Fields(answer, "export"))
        }
    }
}
