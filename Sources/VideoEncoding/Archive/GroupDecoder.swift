/// Decodes pictures of a video that ``ArchiveEncoder`` has made: an ffmpeg that is ready for one group of them, and ends with it.
///
/// To start one takes longer than to decode some pictures, so who will need another should have it started. When the task is cancelled, or it is
/// dropped, ffmpeg is killed; when the server is killed, ffmpeg dies with it.
public final class GroupDecoder: Sendable {
    /// More than so many at once wait for each other.
    public static let mostAtOnce = 2

    private let output: OutputPipe
    private let run: FFmpegRun

    /// Starts it.
    /// - Parameters:
    ///   - encoder: ffmpeg, which also decodes.
    ///   - width: of the pictures, in pixels; what the canvas has beyond is cut off.
    /// - Throws: ``VideoError`` `failed`.
    public init(_ encoder: Encoder, width: Int, height: Int) async throws {
        output = try OutputPipe()
        let arguments = Self.arguments(width, height)
        run = try await FFmpegRun.start(encoder, arguments, output: output.writingEnd, niceness: 5)
        output.closeWritingEnd()
    }

    /// Decodes a group from its begin on. Once.
    /// - Parameters:
    ///   - video: the video's head, then the group's pictures.
    ///   - take: gets each picture as a JPEG, in order, as soon as it is there.
    /// - Throws: ``VideoError`` `failed`; `CancellationError`.
    public func decode(_ video: [[UInt8]], take: @Sendable (_ jpeg: [UInt8]) async -> Void) async throws {
        async let written: Void = write(video)
        var pictures = MultipartPictures()
        while true {
            let bytes = try await run.read(output)
            guard !bytes.isEmpty else { break }
            for jpeg in pictures.add(bytes) { await take(jpeg) }
        }
        try await written
        try await run.end()
    }

    private func write(_ video: [[UInt8]]) async throws {
        defer { run.endInput() }
        try await run.write(video)
    }

    /// Nothing is looked at beforehand, and nothing is held back: the head tells all. Exact times, as the encoder of JPEGs refuses a picture that is
    /// not later than the one before.
    private static func arguments(_ width: Int, _ height: Int) -> [String] {
        let input = ["-threads", "1", "-flags", "low_delay", "-probesize", "4096", "-analyzeduration", "0"]
        let filter = "crop=w=\(width):h=\(height):x=0:y=0:exact=1"
        return FFmpegOptions.quiet + input + ["-f", "matroska", "-i", "pipe:0", "-an", "-filter_threads", "1"]
            + ["-vf", filter] + FFmpegOptions.exactTimes + ["-c:v", "mjpeg", "-threads", "1", "-q:v", "4"]
            + ["-flags", "+bitexact", "-flush_packets", "1", "-f", "mpjpeg", "pipe:3"]
    }
}

/// Takes JPEGs out of a multipart stream (RFC 2046, section 5.1), each behind a head that tells its length.
struct MultipartPictures {
    private var rest: [UInt8] = []

    /// - Returns: the pictures that are whole now.
    mutating func add(_ bytes: [UInt8]) -> [[UInt8]] {
        rest += bytes
        var pictures: [[UInt8]] = []
        while let (start, length) = part, rest.count >= start + length {
            pictures.append(Array(rest[start..<start + length]))
            rest.removeFirst(start + length)
        }
        return pictures
    }

    /// Where the next picture begins, and how long it is.
    private var part: (start: Int, length: Int)? {
        let end = Array("\r\n\r\n".utf8)
        let head = rest.prefix(512)
        guard let last = head.indices.dropLast(3).first(where: { Array(head[$0..<$0 + 4]) == end }) else { return nil }
        let lines = String(decoding: head[..<last], as: UTF8.self).lowercased().split(whereSeparator: \.isNewline)
        let length = lines.first { $0.hasPrefix("content-length:") }?.split(separator: ":").last
        guard let length = length.flatMap({ Int($0.drop { $0 == " " }) }) else { return nil }
        return (last + 4, length)
    }
}
