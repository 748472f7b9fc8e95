import VideoEncoding

/// What an operator may set about videos of recordings.
public struct ExportSettings: Sendable {
    /// The path of ffmpeg; nil: the first one of `searchPath`.
    public var ffmpeg: String?
    /// Folders with colons between them, as `PATH`.
    public var searchPath: String
    /// How many videos are made at once; further ones wait.
    public var atOnce: Int

    /// - Throws: `encoderMissing`.
    func encoder() throws(VideoError) -> Encoder { try Encoder.find(configured: ffmpeg, searchPath: searchPath) }

    public static let atOnceRange = 1...VideoEncoder.mostAtOnce

    public static let defaultSearchPath = "/usr/local/bin:/usr/bin:/bin"

    public init(ffmpeg: String? = nil, searchPath: String = defaultSearchPath, atOnce: Int = 1) {
        self.ffmpeg = ffmpeg
        self.searchPath = searchPath
        self.atOnce = min(max(atOnce, Self.atOnceRange.lowerBound), Self.atOnceRange.upperBound)
    }
}
