import Glibc

/// Looks whether a video can be decoded, all of it. It runs only when nobody else wants the processor.
public struct VideoCheck: Sendable {
    private let encoder: Encoder

    /// - Parameter encoder: ffmpeg, which also decodes.
    public init(_ encoder: Encoder) { self.encoder = encoder }

    /// When each picture of a video is shown, in milliseconds, told by decoding every one.
    /// - Throws: ``VideoError`` `failed` when one cannot be decoded; `CancellationError`.
    public func times(ofVideo path: String) async throws -> [Int64] {
        let file = await IdleThread.run { open(path, O_RDONLY | O_CLOEXEC) }
        guard file >= 0 else { throw VideoError(.failed, "There is no video at \(path).") }
        defer { close(file) }
        let output = try OutputPipe()
        let run = try await FFmpegRun.startIdle(encoder, Self.arguments, reading: file, output: output.writingEnd)
        output.closeWritingEnd()
        var (times, line): ([Int64], [UInt8]) = ([], [])
        while true {
            let bytes = try await run.read(output)
            guard !bytes.isEmpty else { break }
            for byte in bytes {
                if byte != UInt8(ascii: "\n") {
                    line.append(byte)
                } else {
                    if let time = Self.time(line) { times.append(time) }
                    line.removeAll(keepingCapacity: true)
                }
            }
        }
        try await run.end()
        return times
    }

    /// Times stay those of the video also where it does not begin at 0.
    private static let input = ["-err_detect", "explode", "-copyts", "-threads", "1", "-f", "matroska", "-i", "pipe:0"]
    private static let arguments =
        FFmpegOptions.quiet + ["-xerror"] + input + ["-map", "0:v", "-threads", "1", "-filter_threads", "1"]
        + FFmpegOptions.exactTimes + ["-f", "framecrc", "pipe:3"]

    /// `STREAM, DTS, PTS, DURATION, SIZE, CHECKSUM`; nil for what stands before.
    private static func time(_ line: [UInt8]) -> Int64? {
        guard line.first != UInt8(ascii: "#") else { return nil }
        let fields = String(decoding: line, as: UTF8.self).split(separator: ",")
        guard fields.count >= 6 else { return nil }
        return Int64(fields[2].drop { $0 == " " })
    }
}
