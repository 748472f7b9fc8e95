/// Makes a video of pictures, each with its own time, by ffmpeg at low priority.
///
/// It holds one picture at a time: it takes the next when ffmpeg has taken the last. When the task is cancelled, or the encoder is
/// dropped, ffmpeg is killed; when the server is killed, ffmpeg dies with it.
public final class VideoEncoder: Sendable {
    /// More than so many at once wait for each other.
    public static let mostAtOnce = 4

    private let stream = MatroskaStream()
    private let process: EncoderProcess
    private let ended: Task<EncoderProcess.End, Never>

    /// - Parameters:
    ///   - output: an empty file, open for writing and reading. It holds the video after ``finish()``.
    /// - Throws: `failed`.
    public init(_ encoder: Encoder, _ format: VideoFormat, _ canvas: VideoCanvas, into output: UnnamedFile)
        async throws(VideoError)
    {
        let arguments = Self.arguments(format, canvas)
        let started = await EncoderThreads.run {
            Result { () throws(VideoError) in
                try EncoderProcess(encoder, arguments, output: output.descriptor)
            }
        }
        let process = try started.get()
        self.process = process
        ended = Task { await EncoderThreads.run { process.end() } }
        try await write([stream.head])
    }

    deinit { process.kill() }

    private static func arguments(_ format: VideoFormat, _ canvas: VideoCanvas) -> [String] {
        let quiet = ["-hide_banner", "-loglevel", "error", "-nostats", "-nostdin", "-y"]
        let input = ["-threads", "1", "-f", "matroska", "-i", "pipe:0", "-an", "-sn", "-dn", "-map_metadata", "-1"]
        // Times pass as they are, in milliseconds; a key frame each five seconds, for those who seek.
        let times = [
            "-fps_mode", "passthrough", "-enc_time_base", "1:1000", "-force_key_frames", "expr:gte(t,n_forced*5)",
        ]
        // The colours of a JPEG (JFIF: BT.601), but for the range.
        let colours = ["-colorspace", "smpte170m", "-color_range", "tv"]
        return quiet + input + ["-threads", "2", "-vf", canvas.filter] + times + colours + format.arguments
            + ["-fflags", "+bitexact", "file:/proc/self/fd/3"]
    }

    /// Adds a picture.
    /// - Parameters:
    ///   - milliseconds: since the video's begin; later than the picture before.
    ///   - lasting: its length in milliseconds; nil: until the next.
    /// - Throws: `full`, `failed`; `CancellationError`. After that there is no video.
    public func add(_ jpeg: [UInt8], at milliseconds: Int64, lasting: Int64? = nil) async throws {
        let (before, after) = stream.cluster(at: milliseconds, lasting: lasting, jpegSize: jpeg.count)
        try Task.checkCancellation()
        do throws(VideoError) {
            try await write([before, jpeg, after])
        } catch {
            try Task.checkCancellation()
            throw error
        }
    }

    /// Waits until the video is whole.
    public func finish() async throws {
        process.endInput()
        do throws(VideoError) {
            try await end()
        } catch {
            try Task.checkCancellation()
            throw error
        }
    }

    private func write(_ pieces: [[UInt8]]) async throws(VideoError) {
        let taken = await killedWhenCancelled { [process] in await EncoderThreads.run { process.write(pieces) } }
        guard !taken else { return }
        process.endInput()
        try await end()
        throw VideoError(.failed, "ffmpeg ended before it had all pictures.")
    }

    /// - Throws: unless it ends well.
    private func end() async throws(VideoError) {
        let (status, words) = await killedWhenCancelled { [ended] in await ended.value }
        guard status != 0 else { return }
        let last = words.split(separator: "\n").last.map { String($0.prefix(300)) } ?? "without a word"
        let isFull = words.contains("No space left on device")
        throw VideoError(isFull ? .full : .failed, "ffmpeg ended with status \(status): \(last)")
    }

    private func killedWhenCancelled<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value {
        await withTaskCancellationHandler(operation: work) { process.kill() }
    }
}
