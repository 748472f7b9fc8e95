import Foundation
import Testing

@testable import VideoEncoding

/// By the ffmpeg of this machine.
@Suite(.timeLimit(.minutes(3))) struct VideoTests {
    private static let encoder = try? Encoder.find(configured: nil, searchPath: "/usr/local/bin:/usr/bin")

    /// Sizes and times of a video's pictures, as ffprobe tells them.
    private func probe(_ file: UnnamedFile) throws -> (size: String, times: [String]) {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileHandle(fileDescriptor: file.descriptor).readAll().write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ffprobe")
        process.arguments = [
            "-v", "error", "-show_entries", "stream=width,height:packet=pts_time", "-of", "csv=p=0", path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        return (lines.last ?? "", Array(lines.dropLast()))
    }

    @Test(.enabled(if: encoder != nil, "ffmpeg is not installed"), arguments: VideoFormat.allCases)
    func `A small first picture is a whole one, and each keeps its time`(format: VideoFormat) async throws {
        let encoder = try #require(Self.encoder)
        let output = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
        let video = try await VideoEncoder(encoder, format, VideoCanvas(width: 640, height: 359), into: output)
        for time in [0, 137, 138, 12_001] as [Int64] { try await video.add(BlackPicture.jpeg, at: time) }
        try await video.add(BlackPicture.jpeg, at: 17_000, lasting: 1)
        try await video.finish()
        let (size, times) = try probe(output)
        #expect(size == "640,360")
        #expect(times == ["0.000000", "0.137000", "0.138000", "12.001000", "17.000000"])
    }
}

extension FileHandle {
    fileprivate func readAll() throws -> Data {
        try seek(toOffset: 0)
        return try readToEnd() ?? Data()
    }
}
