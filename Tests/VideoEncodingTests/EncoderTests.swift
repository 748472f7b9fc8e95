import Foundation
import Testing

@testable import VideoEncoding

struct EncoderTests {
    @Test func `An ffmpeg that is not there is told apart from one that fails`() {
        #expect(throws: VideoError.self) { try Encoder.find(configured: nil, searchPath: "/nowhere:relative") }
        do throws(VideoError) {
            _ = try Encoder.find(configured: "/nowhere/ffmpeg", searchPath: "")
        } catch {
            #expect(error.code == .encoderMissing)
            #expect(error.message.contains("/nowhere/ffmpeg"))
        }
    }

    @Test(.timeLimit(.minutes(3))) func `An encoder that ends too early is reported with its last words`() async throws
    {
        let encoder = Encoder(path: "/bin/sh")
        let output = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
        await #expect(throws: VideoError.self) {
            let video = try await VideoEncoder(encoder, .mp4, VideoCanvas(width: 16, height: 16), into: output)
            for number in 0..<100 {
                try await video.add([UInt8](repeating: 0, count: 100_000), at: Int64(number))
            }
            try await video.finish()
        }
    }

    @Test(.timeLimit(.minutes(3))) func `A task that is cancelled kills its encoder`() async throws {
        let encoder = Encoder(path: "/usr/bin/tail")
        let output = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
        // It takes no pictures and never ends by itself: it reads a file of which nothing comes any more.
        let process = try FFmpegProcess(encoder, ["-f", "/dev/null"], output: output.descriptor)
        let ended = Task { await FFmpegThreads.run { process.end() } }
        process.kill()
        #expect(await ended.value.status == 128 + SIGKILL)
        process.kill()
    }
}
