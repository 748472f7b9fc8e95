import Foundation
import Model
import Testing

@testable import FrameLog

@Suite(.timeLimit(.minutes(3))) struct GapTests {
    @Test(arguments: [true, false])
    func `a gap that nothing has ended reaches to the run's end`(isOpen: Bool) async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer()
            writer.page("A", url: "", title: "", at: 0)
            writer.append(frame(1, at: 1000))
            writer.gap(.diskFull, at: 2000)
            await writer.sync()
            let (ratio, gaps) = try await folder.reader.overview().completeness(ofRun: 10_000, isOpen: isOpen)
            #expect(ratio == 0.2 && gaps == [RecordingGap(cause: .diskFull, from: 2000, to: 10_000)])
            await writer.close(at: 10_000)
        }
    }

    /// Indexes are made with a commit, and that of the first page cannot be.
    private func refuse(_ folder: RecordingFolder) throws {
        let index = folder.file(RecordingFormat.index(1))
        try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    }

    @Test func `what the last commit cannot write is missing before the end`() async throws {
        try await withRecordingFolder { folder in
            try refuse(folder)
            let writer = folder.writer(FrameLogSettings(commitInterval: .seconds(60)))
            writer.append(frame(1, at: 1000))
            await writer.close(at: 2000)
            let overview = try await folder.reader.overview()
            #expect(overview.gaps == [RecordingGap(cause: .storage, from: 1000, to: 2000)] && overview.isClosed)
        }
    }

    @Test func `a file system that refuses is asked again after pauses`() async throws {
        try await withRecordingFolder { folder in
            try refuse(folder)
            let writer = folder.writer()
            writer.page("A", url: "", title: "", at: 0)
            for number in Int64(1)...100 {
                writer.append(frame(number, at: number * 100))
                await writer.sync()
            }
            try FileManager.default.removeItem(atPath: folder.file(RecordingFormat.index(1)))
            #expect(try folder.bytes(RecordingFormat.journal).count { $0 == UInt8(ascii: "\n") } < 20)
            for number in Int64(101)...500 {
                writer.append(frame(number, at: number * 100))
                await writer.sync()
            }
            await writer.close(at: 50_000)
            #expect(try await folder.reader.frame(number: 500)?.number == 500)
            #expect(try await folder.reader.overview().gaps.allSatisfy { $0.cause == .storage && $0.to <= 30_000 })
        }
    }
}
