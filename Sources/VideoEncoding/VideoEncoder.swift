/// Makes a video of pictures, each with its own time, by ffmpeg at low priority.
///
/// It holds one picture at a time: it takes the next when ffmpeg has taken the last. When the task is cancelled, or the encoder is
/// dropped, ffmpeg is killed; when the server is killed, ffmpeg dies with it.
public final class VideoEncoder: Sendable {
    /// More than so many at once wait for each other.
    public static let mostAtOnce = 4

    private let stream = MatroskaStream(.jpeg)
    private let run: FFmpegRun

    /// - Parameters:
    ///   - output: an empty file, open for writing and reading. It holds the video after ``finish()``.
    /// - Throws: `failed`; `CancellationError`.
    public init(_ encoder: Encoder, _ format: VideoFormat, _ canvas: VideoCanvas, into output: UnnamedFile) async throws
    {
        let arguments = Self.arguments(format, canvas)
        run = try await FFmpegRun.start(encoder, arguments, output: output.descriptor, niceness: 15)
        try await run.write([stream.head])
    }

    private static func arguments(_ format: VideoFormat, _ canvas: VideoCanvas) -> [String] {
        // Times pass as they are, in milliseconds; a key frame each five seconds, for those who seek.
        let times = FFmpegOptions.exactTimes + ["-force_key_frames", "expr:gte(t,n_forced*5)"]
        // The colours of a JPEG (JFIF: BT.601), but for the range.
        let colours = ["-colorspace", "smpte170m", "-color_range", "tv"]
        return FFmpegOptions.quiet + FFmpegOptions.pictures + ["-threads", "2", "-vf", canvas.filter] + times + colours
            + format.arguments + ["-fflags", "+bitexact", "file:/proc/self/fd/3"]
    }

    /// Adds a picture.
    /// - Parameters:
    ///   - milliseconds: since the video's begin; later than the picture before.
    ///   - lasting: its length in milliseconds; nil: until the next.
    /// - Throws: `full`, `failed`; `CancellationError`. After that there is no video.
    public func add(_ jpeg: [UInt8], at milliseconds: Int64, lasting: Int64? = nil) async throws {
        let (before, after) = stream.cluster(at: milliseconds, lasting: lasting, size: jpeg.count)
        try await run.write([before, jpeg, after])
    }

    /// Waits until the video is whole.
    public func finish() async throws {
        run.endInput()
        try await run.end()
    }
}
