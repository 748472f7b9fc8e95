import Model
import Testing

@testable import FrameLog

@Suite(.timeLimit(.minutes(3))) struct FrameLogTests {
    @Test func `a frame is found at every moment`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            writer.page("A", url: "https://a.example/", title: "A", at: 5)
            writer.front("A", at: 5)
            for number in Int64(1)...50 { writer.append(frame(number, at: number * 100)) }
            await writer.close(at: 6000)
            for moment in stride(from: Int64(0), through: 7000, by: 50) {
                let found = try #require(try await folder.reader.frame(at: moment))
                let expected = min(max(moment / 100, 1), 50)
                #expect(found.number == expected && found.jpeg == picture(expected) && found.damagedBefore == 0)
            }
            let last = try #require(try await folder.reader.frame(number: 50))
            #expect(last.entry.geometry.scrollOffsetY == 42.5 && last.width == 1280 && last.pageID == "A")
            #expect(try await folder.reader.frame(number: 51) == nil)
        }
    }

    @Test func `the program follows the page in front, and each page keeps its track`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            for page in ["A", "B"] { writer.page(page, url: "about:blank", title: "", at: 0) }
            writer.front("A", at: 0)
            writer.append(frame(1, of: "A", at: 10))
            writer.front("B", at: 1000)
            writer.append(frame(2, of: "A", at: 1500))
            writer.append(frame(3, of: "B", at: 1600))
            writer.front("A", at: 2000)
            writer.append(frame(4, of: "A", at: 2500))
            await writer.close(at: 3000)
            var shown: [Int64] = []
            for moment in [0, 999, 1599, 1600, 2000, 2499, 2500] as [Int64] {
                shown.append(try #require(try await folder.reader.frame(at: moment)).number)
            }
            // At 1599 page B has no picture yet: the one before still is shown.
            #expect(shown == [1, 1, 2, 3, 2, 2, 4])
            #expect(try await folder.reader.frame(at: 2600, page: "B")?.number == 3)
            let program = try await folder.reader.index(from: 0, to: 3000)
            #expect(program.map(\.number) == [1, 3, 2, 4] && program.map(\.shownFrom) == [10, 1600, 2000, 2500])
            let overview = try await folder.reader.overview()
            #expect(overview.program.map(\.pageID) == ["A", "B", "A"] && overview.durationMilliseconds == 3000)
            #expect(overview.isClosed && overview.gaps.isEmpty && overview.completeness(ofRun: 3000).ratio == 1)
        }
    }

    @Test func `frames come one by one, each once, over many parts of the index`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            writer.page("A", url: "", title: "", at: 0)
            writer.front("A", at: 0)
            for number in Int64(1)...700 { writer.append(frame(number, at: number * 10)) }
            await writer.close(at: 8000)
            var numbers: [Int64] = []
            for try await found in folder.reader.frames(from: 0, to: 8000) { numbers.append(found.number) }
            #expect(numbers == Array(1...700))
            numbers = []
            for try await found in folder.reader.frames(from: 1005, to: 3000, page: "A") {
                numbers.append(found.number)
            }
            #expect(numbers == Array(100...300))
        }
    }

    @Test func `what is synced reaches readers at once, also of a page that is still`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            writer.page("A", url: "", title: "", at: 0)
            writer.front("A", at: 0)
            writer.append(frame(1, at: 100))
            writer.alive(at: 9000)
            await writer.sync()
            let overview = try await folder.reader.overview()
            #expect(overview.durationMilliseconds == 9000 && !overview.isClosed)
            #expect(try await folder.reader.frame(at: 9000)?.number == 1)
            await writer.close(at: 9500)
            await writer.sync()
            #expect(try await folder.reader.overview().durationMilliseconds == 9500)
        }
    }

    @Test func `equal frames are stored once`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            writer.page("A", url: "", title: "", at: 0)
            writer.front("A", at: 0)
            for number in Int64(1)...100 { writer.append(frame(number, at: number, picture(number % 2))) }
            await writer.close(at: 200)
            let segment = try folder.bytes("frames-000001")
            #expect(segment.count == 64 + 2 * 64 + picture(0).count + picture(1).count)
            #expect(try await folder.reader.frame(at: 100)?.jpeg == picture(0))
            #expect(try await folder.reader.frame(at: 99)?.jpeg == picture(1))
        }
    }

    @Test func `the first title of an address is noted at once, a title that changes once a second`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            let url = "https://a.example/shop"
            writer.page("A", url: url, title: "a.example/shop", at: 1)
            writer.page("A", url: url, title: "One", at: 300)
            writer.page("A", url: url, title: "Two", at: 400)
            writer.page("A", url: url, title: "Three", at: 2000)
            await writer.close(at: 2001)
            let visits = try await folder.reader.overview().tracks.first?.visits ?? []
            #expect(visits.map(\.from) == [1, 300, 2000])
            #expect(visits.map(\.title) == ["a.example/shop", "One", "Three"])
        }
    }

    @Test func `a recording that goes on is read as far as it is committed`() async throws {
        try await withRecordingFolder { folder in
            let reader = folder.reader
            let writer = folder.writer()
            writer.page("A", url: "https://a.example/1", title: "One", at: 1)
            writer.front("A", at: 1)
            for number in Int64(1)...5 {
                writer.append(frame(number, at: number * 100))
                while (try? await reader.frame(at: 10_000))?.number != number { await Task.yield() }
            }
            writer.page("A", url: "https://a.example/2", title: "Two", at: 600)
            writer.alive(at: 9000)
            while (try? await reader.overview().durationMilliseconds) ?? 0 < 9000 { await Task.yield() }
            let overview = try await reader.overview()
            #expect(!overview.isClosed)
            #expect(overview.tracks.first?.visits.map(\.title) == ["One", "Two"])
            #expect(overview.startedAtMilliseconds == folder.startedAt.milliseconds)
            await writer.close(at: 9001)
        }
    }

    @Test func `what was lost with the server is a gap`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            writer.page("A", url: "", title: "", at: 0)
            writer.gap(.browserHung, at: 1000)
            writer.gapEnded(at: 2000)
            writer.alive(at: 4000)
            let reader = folder.reader
            while (try? await reader.overview().durationMilliseconds) ?? 0 < 4000 { await Task.yield() }
            let (ratio, gaps) = try await reader.overview().completeness(ofRun: 5000)
            #expect(ratio == 0.6)
            #expect(
                gaps == [
                    RecordingGap(cause: .browserHung, from: 1000, to: 2000),
                    RecordingGap(cause: .serverLost, from: 4000, to: 5000),
                ]
            )
            await writer.close(at: 4000)
        }
    }

    @Test func `a clock that is set back does not disorder an index`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            writer.page("A", url: "", title: "", at: 0)
            writer.front("A", at: 0)
            for (number, time) in [1000, 2000, 500, 600, 3000].enumerated() {
                writer.append(frame(Int64(number + 1), at: Int64(time)))
            }
            await writer.close(at: 4000)
            let times = try await folder.reader.index(from: 0, to: 5000).map(\.milliseconds)
            #expect(times == [1000, 2000, 2000, 2000, 3000])
            #expect(try await folder.reader.frame(at: 2500)?.number == 4)
        }
    }

    @Test func `titles that change all the time are noted once a second, addresses at once`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            for moment in stride(from: Int64(0), to: 3000, by: 100) {
                writer.page("A", url: "u", title: "\(moment)", at: moment)
            }
            writer.page("A", url: "v", title: "last", at: 3010)
            await writer.close(at: 3020)
            let visits = try await folder.reader.overview().tracks.first?.visits
            #expect(visits?.map(\.title) == ["0", "1000", "2000", "last"])
        }
    }

    @Test func `segments follow one another`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer(FrameLogSettings(commitInterval: .milliseconds(1), segmentSize: 50_000))
            writer.page("A", url: "", title: "", at: 0)
            writer.front("A", at: 0)
            let large = [UInt8](repeating: 7, count: 30_000)
            for number in Int64(1)...4 {
                writer.append(frame(number, at: number, large + picture(number)))
                while (try? await folder.reader.frame(at: 10))?.number != number { await Task.yield() }
            }
            await writer.close(at: 10)
            #expect(LogFile.exists(folder.file("frames-000002")))
            for number in Int64(1)...4 {
                let found = try await folder.reader.frame(at: number)
                #expect(found?.number == number && found?.jpeg.count == large.count + picture(number).count)
            }
        }
    }
}
