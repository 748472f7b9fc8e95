import Foundation
import Model
import Testing

@testable import FrameLog

/// Recordings as each version of the format has written them, and one from the future.
@Suite struct FixtureTests {
    private func fixture(_ name: String) -> RecordingReader {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return RecordingReader(folder: tests.appendingPathComponent("Fixtures/\(name)").path, decoder: Undecoded())
    }

    @Test func `a recording of version 1 is read`() async throws {
        let reader = fixture("v1")
        let overview = try await reader.overview()
        #expect(overview.isClosed && overview.damagedLines == 0 && overview.gaps.isEmpty)
        #expect(overview.tracks.count == 2 && overview.tracks.first?.visits.last?.url.contains("First") == true)
        #expect(overview.program.count >= 2)
        var numbers: [Int64] = []
        for try await frame in reader.frames(from: 0, to: overview.durationMilliseconds) {
            #expect(frame.jpeg.starts(with: [0xFF, 0xD8, 0xFF]) && frame.width == 300 && frame.height == 200)
            numbers.append(frame.number)
        }
        #expect(numbers.count > 3)
        let last = try #require(try await reader.frame(at: overview.durationMilliseconds))
        #expect(last.entry.geometry.deviceWidth == 300)
    }

    @Test func `a recording of version 2, an archive, is read`() async throws {
        let reader = fixture("v2")
        let overview = try await reader.overview()
        #expect(overview.isArchived && overview.isClosed && overview.damagedLines == 0 && overview.gaps.isEmpty)
        #expect(overview.tracks.count == 2 && overview.tracks.first?.visits.last?.url.contains("First") == true)
        var (numbers, groups): ([Int64], Set<[UInt8]>) = ([], [])
        for try await frame in reader.frames(from: 0, to: overview.durationMilliseconds) {
            // A Matroska file (RFC 9559).
            #expect(frame.jpeg.starts(with: [0x1A, 0x45, 0xDF, 0xA3]))
            numbers.append(frame.number)
            groups.insert(frame.jpeg)
        }
        #expect(Set(numbers).count > 12 && groups.count > 2)
        let last = try #require(try await reader.frame(at: overview.durationMilliseconds))
        #expect(last.width == 300 && last.height == 200 && last.damagedBefore == 0)
    }

    @Test func `a recording from the future is refused in plain words`() async throws {
        let error = await #expect(throws: FrameLogError.self) { try await fixture("v999").overview() }
        #expect(error?.code == .newerVersion && error?.message.contains("format 999") == true)
    }
}

/// Gives the group's video itself.
private struct Undecoded: PictureDecoder {
    func jpeg(of picture: ArchivedPicture) async throws(FrameLogError) -> [UInt8] { picture.video.flatMap { $0 } }
}
