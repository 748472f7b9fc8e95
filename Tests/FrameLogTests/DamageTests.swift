import Foundation
import Model
import Testing

@testable import FrameLog

@Suite(.timeLimit(.minutes(2))) struct DamageTests {
    /// Five frames at 100, 200, ... 500.
    private func write(_ folder: RecordingFolder) async {
        let writer = folder.writer()
        writer.page("A", url: "u", title: "t", at: 0)
        writer.front("A", at: 0)
        for number in Int64(1)...5 { writer.append(frame(number, at: number * 100)) }
        await writer.close(at: 600)
    }

    @Test func `an index that is torn off at any byte shows the whole entries before`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            let index = try folder.bytes("index-000001")
            for length in 0...index.count {
                try folder.put(index.prefix(length), in: "index-000001")
                let whole = Int64(max(0, length - 64) / 64)
                let found = try await folder.reader.frame(at: 1000)
                #expect(found?.number == (whole == 0 ? nil : whole))
                #expect(try await folder.reader.index(from: 0, to: 1000).count == Int(whole))
            }
        }
    }

    @Test func `a segment that is torn off at any byte shows the whole frames before`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            let segment = try folder.bytes("frames-000001")
            let ends = (Int64(1)...5).reduce(into: [64]) { $0.append($0.last! + 64 + picture($1).count) }
            for length in stride(from: 0, through: segment.count, by: 7) {
                try folder.put(segment.prefix(length), in: "frames-000001")
                let whole = ends.lastIndex { $0 <= length } ?? 0
                let found = try await folder.reader.frame(at: 1000)
                #expect(found?.number == (whole == 0 ? nil : Int64(whole)))
                #expect(found == nil || found?.damagedBefore == 5 - whole)
            }
        }
    }

    @Test func `a journal that is torn off at any byte is read as far as its whole lines go`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            let journal = try folder.bytes("journal")
            for length in 0...journal.count {
                try folder.put(journal.prefix(length), in: "journal")
                let overview = try await folder.reader.overview()
                #expect(overview.damagedLines == 0)
                #expect(overview.isClosed == (length == journal.count))
            }
        }
    }

    @Test func `a flipped bit of a segment loses its frame only, and says so`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            let segment = try folder.bytes("frames-000001")
            // Within the third frame's JPEG.
            let third = 64 + (1...2).reduce(0) { $0 + 64 + picture($1).count } + 64
            for offset in stride(from: third, to: third + picture(3).count, by: 11) {
                var damaged = segment
                damaged[offset] ^= 1 << UInt8(offset % 8)
                try folder.put(damaged, in: "frames-000001")
                let reader = folder.reader
                let found = try #require(try await reader.frame(at: 350))
                #expect(found.number == 2 && found.damagedBefore == 1)
                for number in [1, 2, 4, 5] as [Int64] {
                    #expect(try await reader.frame(number: number)?.jpeg == picture(number))
                }
                await #expect(throws: FrameLogError.self) { try await reader.frame(number: 3) }
                var numbers: [Int64] = []
                for try await frame in reader.frames(from: 0, to: 1000) { numbers.append(frame.number) }
                #expect(numbers == [1, 2, 4, 5])
            }
        }
    }

    @Test func `a flipped bit of an index loses its frame only`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            let index = try folder.bytes("index-000001")
            for offset in 64..<index.count {
                var damaged = index
                damaged[offset] ^= 1 << UInt8(offset % 8)
                try folder.put(damaged, in: "index-000001")
                let lost = Int64(offset / 64)
                for moment in Int64(1)...5 {
                    let found = try await folder.reader.frame(at: moment * 100)
                    let expected = moment != lost ? moment : moment == 1 ? 2 : moment - 1
                    #expect(found?.number == expected, "moment \(moment), byte \(offset)")
                }
            }
        }
    }

    @Test func `a flipped bit of the journal loses its line only`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            let journal = try folder.bytes("journal")
            for offset in journal.indices where journal[offset] != UInt8(ascii: "\n") {
                var damaged = journal
                damaged[offset] ^= 1
                guard damaged[offset] != UInt8(ascii: "\n") else { continue }
                try folder.put(damaged, in: "journal")
                let overview = try await folder.reader.overview()
                #expect(overview.damagedLines == 1 && overview.startedAtMilliseconds == folder.startedAt.milliseconds)
            }
        }
    }

    @Test func `a recording of a newer version is refused in plain words`() async throws {
        try await withRecordingFolder { folder in
            try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
            let line = JournalRecord.recording(version: 3, run: "r", startedAt: 0).line(at: 0)
            try folder.put(line + line, in: "journal")
            let error = await #expect(throws: FrameLogError.self) { try await folder.reader.overview() }
            #expect(error?.code == .newerVersion && error?.message.contains("format 3") == true)
        }
    }

    @Test func `a folder without a recording is not found`() async throws {
        try await withRecordingFolder { folder in
            let error = await #expect(throws: FrameLogError.self) { try await folder.reader.overview() }
            #expect(error?.code == .notFound)
        }
    }
}
