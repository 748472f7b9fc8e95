import Foundation
import Model
import Testing

@testable import FrameLog

/// A video whose pictures are of one length each, so that no program is needed to take them out again.
private struct SlicingDecoder: PictureDecoder {
    static let length = 300

    static func video(of jpeg: [UInt8]) -> [UInt8] { Array(jpeg.prefix(length)) }

    func jpeg(of picture: ArchivedPicture) async throws(FrameLogError) -> [UInt8] {
        guard picture.video.first == ArchivedRecording.head, let group = picture.video.last else {
            throw FrameLogError(.unavailable, "no video")
        }
        return Array(group.dropFirst(picture.place * Self.length).prefix(Self.length))
    }
}

/// Two pages of frames, every sixth equal to the one before, and how they become an archive.
private struct ArchivedRecording {
    static let head = [UInt8]("the head of a video".utf8)
    static let count = Int64(60)

    let folder: RecordingFolder

    func reader() -> RecordingReader { RecordingReader(folder: folder.path, decoder: SlicingDecoder()) }

    func writeLog() async {
        let settings = FrameLogSettings(commitInterval: .milliseconds(1), segmentSize: 8000)
        let writer = folder.writer(settings)
        for page in ["A", "B"] { writer.page(page, url: "https://\(page).example/", title: page, at: 0) }
        writer.front("A", at: 0)
        for number in 1...Self.count {
            if number == 31 { writer.front("B", at: number * 100) }
            let content = number % 6 == 0 ? number - 1 : number
            writer.append(frame(number, of: number < 31 ? "A" : "B", at: number * 100, picture(content)))
            // Segments begin with a commit.
            while (try? await reader().frame(at: .max))?.number != number { await Task.yield() }
        }
        await writer.close(at: 7000)
    }

    /// All but the last step.
    func writeVideos() throws {
        for page in try LogPageReader.all(in: folder.path) {
            let writer = PageArchiveWriter(folder: folder.path, page: page.page, settings: FrameLogSettings())
            var (numbers, count): ([Int32?], Int32) = ([], 0)
            while case let steps = try page.next(), !steps.isEmpty {
                for step in steps {
                    switch step {
                    case .lost: numbers.append(nil)
                    case .same: numbers.append(count - 1)
                    case .picture(let jpeg, _):
                        let video = SlicingDecoder.video(of: jpeg)
                        try writer.add(video, head: count == 0 ? Self.head : nil, startsGroup: count % 7 == 0)
                        numbers.append(count)
                        count += 1
                    }
                }
            }
            try writer.finish(numbers)
        }
    }

    func archive() throws {
        try writeVideos()
        try LogArchive.commit(folder.path)
        try LogArchive.freeFrames(folder.path)
    }

    /// Numbers, times and the beginnings of all pictures of the program.
    func shown() async throws -> [String] {
        var shown: [String] = []
        for try await frame in reader().frames(from: 0, to: 7000) {
            shown.append("\(frame.number) \(frame.pageID) \(frame.entry.shownFrom) \(frame.jpeg.prefix(300).hashValue)")
        }
        return shown
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }
}

private func withArchivedRecording(_ body: (ArchivedRecording) async throws -> Void) async throws {
    try await withRecordingFolder { folder in
        let recording = ArchivedRecording(folder: folder)
        await recording.writeLog()
        try await body(recording)
    }
}

@Suite(.timeLimit(.minutes(2))) struct ArchiveTests {
    @Test func `an archive shows what the log has shown, and the log is gone`() async throws {
        try await withArchivedRecording { recording in
            let (shown, overview) = (try await recording.shown(), try await recording.reader().overview())
            let index = try await recording.reader().index(from: 0, to: 7000)
            #expect(shown.count == 60 && !overview.isArchived)
            #expect(try recording.names.contains("frames-000002"))
            try recording.archive()
            #expect(try await recording.shown() == shown)
            #expect(try await recording.reader().index(from: 0, to: 7000) == index)
            let archived = try await recording.reader().overview()
            #expect(archived.isArchived && archived.isClosed && archived.damagedLines == 0)
            #expect(archived.tracks == overview.tracks && archived.program == overview.program)
            #expect(archived.durationMilliseconds == overview.durationMilliseconds)
            for moment in stride(from: Int64(0), through: 7000, by: 50) {
                let found = try #require(try await recording.reader().frame(at: moment))
                #expect(found.number == min(max(moment / 100, 1), 60) && found.damagedBefore == 0)
                #expect(try await recording.reader().entry(at: moment)?.number == found.number)
            }
            #expect(try await recording.reader().frame(number: 40)?.pageID == "B")
            #expect(try await recording.reader().frame(number: 61) == nil)
            let kinds = Set(try recording.names.map { $0.split(separator: "-")[0] })
            #expect(kinds == ["journal", "index", "groups", "pictures", "video"])
        }
    }

    @Test func `a reader that was there before sees the archive`() async throws {
        try await withArchivedRecording { recording in
            let reader = recording.reader()
            #expect(try await reader.frame(number: 12)?.jpeg == picture(11))
            try recording.archive()
            #expect(try await reader.frame(number: 12)?.jpeg == Array(picture(11).prefix(300)))
            #expect(try await reader.overview().isArchived)
        }
    }

    @Test func `broken off before the journal tells of it, it is a log; after it, an archive`() async throws {
        try await withArchivedRecording { recording in
            let (shown, journal) = (try await recording.shown(), try recording.folder.bytes("journal"))
            let log = try recording.names
            try recording.writeVideos()
            // Torn off at any byte, or whole and not renamed.
            for name in try recording.names where !log.contains(name) {
                let bytes = try recording.folder.bytes(name)
                try recording.folder.put(bytes.prefix(bytes.count / 2), in: name)
                #expect(try await recording.shown() == shown)
            }
            try recording.folder.put(journal.prefix(9), in: "journal.new")
            #expect(try await recording.shown() == shown)
            #expect(try !LogArchive.isDone(recording.folder.path))
            // The next attempt begins anew.
            LogArchive.discard(recording.folder.path)
            #expect(try recording.names == log)
            try recording.writeVideos()
            try LogArchive.commit(recording.folder.path)
            #expect(try LogArchive.isDone(recording.folder.path) && LogArchive.hasFrames(recording.folder.path))
            #expect(try await recording.shown() == shown)
            // Some of the log is freed when it is killed again.
            try FileManager.default.removeItem(atPath: recording.folder.file("frames-000003"))
            #expect(try await recording.shown() == shown)
            try LogArchive.commit(recording.folder.path)
            try LogArchive.freeFrames(recording.folder.path)
            #expect(!LogArchive.hasFrames(recording.folder.path))
            #expect(try await recording.shown() == shown)
        }
    }

    @Test func `a journal whose end a kill has torn off is archived as far as its whole lines go`() async throws {
        try await withArchivedRecording { recording in
            let journal = try recording.folder.bytes("journal")
            try recording.folder.put(journal.dropLast(5), in: "journal")
            let before = try await recording.reader().overview()
            try recording.archive()
            let after = try await recording.reader().overview()
            #expect(!after.isClosed && after.damagedLines == 0 && after.isArchived)
            #expect(after.durationMilliseconds == before.durationMilliseconds)
        }
    }

    @Test func `what was damaged in the log stays a hole, and says so`() async throws {
        try await withArchivedRecording { recording in
            // Frame 8: the JPEG; frame 9: its entry.
            let index = try recording.folder.bytes("index-000001")
            let entry = try #require(IndexEntry(index[(64 + 7 * 64)..<(64 + 8 * 64)]))
            let name = RecordingFormat.segment(entry.segment)
            var (segment, damaged) = (try recording.folder.bytes(name), index)
            segment[Int(entry.offset) + 50] ^= 4
            damaged[64 + 8 * 64 + 3] ^= 1
            try recording.folder.put(segment, in: name)
            try recording.folder.put(damaged, in: "index-000001")
            let shown = try await recording.shown()
            #expect(shown.count == 58)
            try recording.archive()
            #expect(try await recording.shown() == shown)
            let found = try #require(try await recording.reader().frame(at: 950))
            #expect(found.number == 7 && found.damagedBefore == 2)
            await #expect(throws: FrameLogError.self) { try await recording.reader().frame(number: 8) }
        }
    }

    @Test func `a flipped bit of an archive loses its group at most, and says so`() async throws {
        try await withArchivedRecording { recording in
            try recording.archive()
            let whole = try await recording.shown()
            for name in ["video-000001.mkv", "groups-000001", "pictures-000001"] {
                let bytes = try recording.folder.bytes(name)
                // Behind the heads: without the video's nothing of it can be decoded.
                let start = name.hasPrefix("video") ? ArchivedRecording.head.count : name.hasPrefix("groups") ? 96 : 64
                for offset in stride(from: start, to: bytes.count, by: 61) {
                    var damaged = bytes
                    damaged[offset] ^= 1 << UInt8(offset % 8)
                    try recording.folder.put(damaged, in: name)
                    let shown = try await recording.shown()
                    #expect(shown.count < 60 && shown.count >= 60 - 9, "\(name), byte \(offset)")
                    #expect(Set(shown).isSubset(of: whole), "\(name), byte \(offset)")
                }
                try recording.folder.put(bytes, in: name)
            }
            #expect(try await recording.shown() == whole)
        }
    }

    @Test func `a video that is not what was written is noticed before the log goes`() async throws {
        try await withRecordingFolder { folder in
            try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
            let writer = PageArchiveWriter(folder: folder.path, page: 1, settings: FrameLogSettings())
            for number in Int32(0)..<30 {
                try writer.add(picture(Int64(number)), head: number == 0 ? [1] : nil, startsGroup: number % 10 == 0)
            }
            let archive = PageArchive(folder: folder.path, page: 1)
            #expect(throws: FrameLogError.self) { try writer.finish(Array(0..<31)) }
            try writer.finish(Array(0..<30))
            try archive.check(entries: 30, pictures: 30)
            #expect(throws: FrameLogError.self) { try archive.check(entries: 31, pictures: 30) }
            #expect(throws: FrameLogError.self) { try archive.check(entries: 30, pictures: 31) }
            var video = try folder.bytes("video-000001.mkv")
            video[4000] ^= 1
            try folder.put(video, in: "video-000001.mkv")
            #expect(throws: FrameLogError.self) { try archive.check(entries: 30, pictures: 30) }
        }
    }

    @Test func `only space that is not kept for events is used`() async throws {
        try await withRecordingFolder { folder in
            try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
            let settings = FrameLogSettings(leastFreeBytes: .max)
            let writer = PageArchiveWriter(folder: folder.path, page: 1, settings: settings)
            try writer.add([1], head: [2], startsGroup: true)
            let error = #expect(throws: FrameLogError.self) { try writer.finish([0]) }
            #expect(error?.code == .full)
        }
    }

    @Test func `without a decoder the pictures are said to be in a video, and the rest is there`() async throws {
        try await withArchivedRecording { recording in
            try recording.archive()
            let error = await #expect(throws: FrameLogError.self) { try await recording.folder.reader.frame(at: 100) }
            #expect(error?.code == .decoderMissing)
            #expect(try await recording.folder.reader.overview().tracks.count == 2)
            #expect(try await recording.folder.reader.entry(at: 100)?.number == 1)
        }
    }
}
