import Model
import Testing

@testable import FrameLog

@Suite(.timeLimit(.minutes(3))) struct JournalTests {
    /// An address longer than what is read at once.
    private let longest = "data:text/html," + String(repeating: "x", count: 1_500_000)

    private func write(_ folder: RecordingFolder) async {
        let writer = folder.writer()
        writer.page("A", url: longest, title: "A", at: 0)
        writer.page("B", url: "https://b.example/", title: "B", at: 10)
        writer.front("B", at: 10)
        writer.append(frame(1, of: "B", at: 100))
        await writer.close(at: 200)
    }

    @Test func `a line of megabytes hides nothing that comes after it`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            let overview = try await folder.reader.overview()
            #expect(overview.tracks.map(\.pageID) == ["A", "B"] && overview.isClosed)
            #expect(overview.tracks[0].visits.first?.url == longest)
            #expect(try await folder.reader.frame(at: 100)?.number == 1)
        }
    }

    @Test func `a journal with such a line becomes that of an archive`() async throws {
        try await withRecordingFolder { folder in
            await write(folder)
            try LogArchive.commit(folder.path)
            #expect(try LogArchive.isDone(folder.path))
        }
    }

    @Test func `a page whose title is a clock has a thousand titles, the last one right`() {
        var journal = JournalState()
        for second in Int64(0)..<10_000 {
            journal.add(.record(.page(1, id: "A", url: "u", title: "\(second)"), milliseconds: second * 1000))
        }
        let visits = journal.tracks[0].visits
        #expect(visits.count == 1001 && visits.last?.title == "9999")
        journal.add(.record(.page(1, id: "A", url: "v", title: "V"), milliseconds: 10_000_000))
        #expect(journal.tracks[0].visits.last?.url == "v" && journal.tracks[0].visits.count == 1002)
    }
}
