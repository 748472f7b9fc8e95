import Foundation
import Testing

@testable import VideoEncoding

private let ffmpeg = try? Encoder.find(configured: nil, searchPath: "/usr/local/bin:/usr/bin")

/// By the ffmpeg of this machine.
@Suite(.timeLimit(.minutes(3)), .enabled(if: ffmpeg != nil, "ffmpeg is not installed"))
struct ArchiveVideoTests {
    /// JPEGs that differ: a bar that moves over a moving pattern.
    private func jpegs(_ count: Int, width: Int, height: Int) throws -> [[UInt8]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(ffmpeg).path)
        process.arguments = [
            "-v", "error", "-f", "lavfi", "-i", "testsrc=s=\(width)x\(height):r=10", "-frames:v", "\(count)",
            "-c:v", "mjpeg", "-q:v", "3", "-pix_fmt", "yuvj420p", "-f", "mpjpeg", "pipe:1",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var pictures = MultipartPictures()
        let jpegs = pictures.add(Array(output.fileHandleForReading.readDataToEndOfFile()))
        process.waitUntilExit()
        return jpegs
    }

    private func encode(_ jpegs: [[UInt8]], _ times: [Int64], _ canvas: VideoCanvas) async throws
        -> [ArchiveEncoder.Picture]
    {
        let video = try await ArchiveEncoder(try #require(ffmpeg), canvas)
        async let filled: Void = fill(video, jpegs, times)
        var pictures: [ArchiveEncoder.Picture] = []
        while let picture = try await video.next() { pictures.append(picture) }
        try await filled
        return pictures
    }

    private func fill(_ video: ArchiveEncoder, _ jpegs: [[UInt8]], _ times: [Int64]) async throws {
        for (jpeg, time) in zip(jpegs, times) { try await video.add(jpeg, at: time) }
        video.endInput()
    }

    private func size(_ jpeg: [UInt8]) -> [Int] {
        // The frame header (ITU-T T.81, B.2.2): FF C0, length, precision, height, width.
        guard let start = jpeg.indices.dropLast(9).first(where: { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 }) else {
            return []
        }
        return [7, 5].map { Int(jpeg[start + $0]) << 8 | Int(jpeg[start + $0 + 1]) }
    }

    @Test func `Each picture is in the video once, at its time, in groups of ten at most`() async throws {
        let jpegs = try jpegs(45, width: 320, height: 180)
        let times = (0..<45).map { Int64($0 * $0 * 37) }.map { $0 + 5 }
        let pictures = try await encode(jpegs, times, VideoCanvas(width: 320, height: 180))
        #expect(pictures.count == 45)
        #expect(pictures.map { $0.head != nil } == (0..<45).map { $0 == 0 })
        let starts = pictures.indices.filter { pictures[$0].startsGroup }
        #expect(starts.first == 0)
        #expect(zip(starts, starts.dropFirst() + [45]).allSatisfy { $1 - $0 <= 10 })
        let path = NSTemporaryDirectory() + UUID().uuidString + ".mkv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let video = pictures.flatMap { ($0.head ?? []) + $0.bytes }
        try Data(video).write(to: URL(fileURLWithPath: path))
        let check = VideoCheck(try #require(ffmpeg))
        #expect(try await check.times(ofVideo: path) == times)
        // Some bytes of its last pictures are others: nobody takes it for whole.
        var damaged = video
        for offset in damaged.count - 400..<damaged.count - 200 { damaged[offset] ^= 0x55 }
        try Data(damaged).write(to: URL(fileURLWithPath: path))
        #expect((try? await check.times(ofVideo: path)) != times)
    }

    @Test func `A group gives its pictures by itself, each of its own size`() async throws {
        let jpegs = try jpegs(12, width: 321, height: 181) + jpegs(3, width: 200, height: 100)
        // Also pictures of neighbouring milliseconds.
        let times = (Int64(0)..<15).map { number -> Int64 in
            let pair = number / 2
            return pair * 400 + number % 2
        }
        let pictures = try await encode(jpegs, times, VideoCanvas(width: 321, height: 181))
        let head = try #require(pictures.first?.head)
        let start = try #require(pictures.indices.dropFirst().first { pictures[$0].startsGroup })
        let end = pictures.indices.dropFirst(start + 1).first { pictures[$0].startsGroup } ?? pictures.count
        let group = pictures[start..<end].flatMap(\.bytes)
        for (width, height) in [(321, 181), (200, 100)] {
            let taken = Taken()
            let decoder = try await GroupDecoder(try #require(ffmpeg), width: width, height: height)
            try await decoder.decode([head, group]) { await taken.add($0) }
            let found = await taken.jpegs
            #expect(found.count == end - start)
            #expect(found.allSatisfy { size($0) == [width, height] })
        }
    }

    @Test func `A task that is cancelled ends encoder and decoder`() async throws {
        let video = try await ArchiveEncoder(try #require(ffmpeg), VideoCanvas(width: 64, height: 64))
        let reading = Task { try await video.next() }
        reading.cancel()
        await #expect(throws: (any Error).self) { try await reading.value }
        await #expect(throws: (any Error).self) {
            for time in Int64(0)..<1000 { try await video.add([UInt8](repeating: 0, count: 100_000), at: time) }
        }
    }

    @Test func `What is no video is said to be none`() async throws {
        let decoder = try await GroupDecoder(try #require(ffmpeg), width: 16, height: 16)
        await #expect(throws: VideoError.self) { try await decoder.decode([[1, 2, 3]]) { _ in } }
        let check = VideoCheck(try #require(ffmpeg))
        await #expect(throws: VideoError.self) { try await check.times(ofVideo: "/nowhere") }
    }
}

private actor Taken {
    private(set) var jpegs: [[UInt8]] = []
    func add(_ jpeg: [UInt8]) { jpegs.append(jpeg) }
}
