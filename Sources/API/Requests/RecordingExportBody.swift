import JSON

/// The body of `runs.recording.export`. Everything is optional.
public struct RecordingExportBody: Sendable, Equatable {
    public enum Format: String, Sendable, CaseIterable { case mp4, webm }

    public let format: Format
    /// Milliseconds since the run's start; nil: from there.
    public let from: Int64?
    /// Nil: to the end.
    public let to: Int64?
    /// Nil: the page in front.
    public let pageID: String?

    public init(_ reader: ObjectReader) throws(APIError) {
        format = try reader.choice("format") ?? .mp4
        from = try Self.moment(reader, "fromSeconds")
        to = try Self.moment(reader, "toSeconds")
        pageID = try reader.text("pageId", length: 1...200)
        if let from, let to, from >= to { throw reader.invalid("toSeconds", "must be more than `fromSeconds`.") }
    }

    /// Times outside the run are no error, so those before its start are none either.
    private static func moment(_ reader: ObjectReader, _ name: String) throws(APIError) -> Int64? {
        guard let value = reader.object[name] else { return nil }
        guard let seconds = value.doubleValue, seconds.isFinite else {
            throw reader.invalid(name, "must be a number of seconds.")
        }
        let most = 315_360_000.0
        return Int64((min(max(seconds, -most), most) * 1000).rounded())
    }
}
