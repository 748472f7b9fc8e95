import Synchronization

/// Makes a video that is kept instead of its pictures: H.264 in Matroska, in small groups that are decoded by themselves, with each picture
/// at its own millisecond. It runs only when nobody else wants the processor.
///
/// Pictures go in by ``add(_:at:)`` and come out by ``next()``, as many and in the same order, some dozens later: so two tasks are needed. When a
/// task is cancelled, or the encoder is dropped, ffmpeg is killed; when the server is killed, ffmpeg dies with it.
public final class ArchiveEncoder: Sendable {
    /// So many pictures are decoded together at most.
    public static let longestGroup = 10

    /// A picture as it stands in the video.
    public struct Picture: Sendable, Equatable {
        /// What the video begins with, before its first picture.
        public let head: [UInt8]?
        public let bytes: [UInt8]
        /// It can be decoded without those before it.
        public let startsGroup: Bool
    }

    private struct State {
        /// Of pictures that are in and not yet out.
        var times: [Int64] = []
        /// Of all pictures that came in.
        var count: Int64 = 0
        var units = AccessUnits()
        var ready: [AccessUnit] = []
        var stream: MatroskaStream?
    }

    private let pictures = MatroskaStream(.jpeg)
    private let run: FFmpegRun
    private let output: OutputPipe
    private let canvas: VideoCanvas
    private let state = Mutex(State())

    /// - Parameter canvas: smaller pictures stand in its upper left corner.
    /// - Throws: `failed`; `CancellationError`.
    public init(_ encoder: Encoder, _ canvas: VideoCanvas) async throws {
        self.canvas = canvas
        output = try OutputPipe()
        run = try await FFmpegRun.startIdle(encoder, Self.arguments(canvas), output: output.writingEnd)
        output.closeWritingEnd()
        try await run.write([pictures.head])
    }

    /// Values from 0 to 255, as in the JPEGs: nothing is converted. The last quarter of quality is what pages of text need most bytes for.
    private static func arguments(_ canvas: VideoCanvas) -> [String] {
        let filter = "format=yuvj420p,pad=\(canvas.width):\(canvas.height):0:0:color=black,setsar=1"
        return FFmpegOptions.quiet + FFmpegOptions.pictures + ["-filter_threads", "1", "-vf", filter]
            + FFmpegOptions.exactTimes + ["-colorspace", "smpte170m", "-color_range", "pc"]
            + ["-c:v", "libx264", "-threads", "1", "-preset", "veryfast", "-crf", "28", "-g", "\(longestGroup)"]
            + ["-bf", "0", "-x264-params", "aud=1", "-flags", "+bitexact", "-f", "h264", "pipe:3"]
    }

    /// Adds a picture.
    /// - Parameter milliseconds: later than the picture before.
    /// - Throws: `failed`; `CancellationError`. After that there is no video.
    public func add(_ jpeg: [UInt8], at milliseconds: Int64) async throws {
        let number = state.withLock { state in
            state.times.append(milliseconds)
            state.count += 1
            return state.count
        }
        // The encoder is told of ten pictures a second: it would spend several times the bytes on one that stands for long.
        let (before, after) = pictures.cluster(at: number * 100, size: jpeg.count)
        try await run.write([before, jpeg, after])
    }

    /// No picture comes any more.
    public func endInput() { run.endInput() }

    /// The next picture of the video; nil when all have come, after ``endInput()``.
    /// - Throws: `failed`; `CancellationError`.
    public func next() async throws -> Picture? {
        while true {
            if let picture = try takeReady() { return picture }
            let bytes = try await run.read(output)
            state.withLock { state in state.ready += bytes.isEmpty ? state.units.end() : state.units.add(bytes) }
            guard bytes.isEmpty else { continue }
            try await run.end()
            return try takeReady()
        }
    }

    private func takeReady() throws(VideoError) -> Picture? {
        let result = state.withLock { state in Result { () throws(VideoError) in try take(&state) } }
        return try result.get()
    }

    private func take(_ state: inout State) throws(VideoError) -> Picture? {
        guard !state.ready.isEmpty else { return nil }
        let unit = state.ready.removeFirst()
        guard !state.times.isEmpty else { throw VideoError(.failed, "ffmpeg made more pictures than it was given.") }
        let time = state.times.removeFirst()
        var head: [UInt8]?
        if state.stream == nil {
            guard let configuration = unit.configuration else {
                throw VideoError(.failed, "The video begins without its parameters.")
            }
            let stream = MatroskaStream(.h264(width: canvas.width, height: canvas.height, configuration))
            (state.stream, head) = (stream, stream.head)
        }
        let content = unit.content
        let (before, after) = (state.stream ?? pictures).cluster(at: time, size: content.count, isKey: unit.isKey)
        return Picture(head: head, bytes: before + content + after, startsGroup: unit.isKey)
    }
}
