import Foundation
import FrameLog
import Logging
import Model
import Testing

@testable import Recorder

@Suite(.timeLimit(.minutes(3))) struct RecordingLogTests {
    @Test func `addresses and titles are cut as in events`() async throws {
        let folder = NSTemporaryDirectory() + "recording-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let writer = FrameLogWriter(folder: folder, run: RunID(), startedAt: .now, logger: logger)
        var log = RecordingLog(writer: writer, startedAt: .now, redaction: Redaction())
        let long = String(repeating: "x", count: 2_000_000)
        log.update([PageTarget(id: "A", url: "http://h/?\(long)", title: long, active: true)], at: .now)
        await writer.close(at: 10)
        let visits = try await RecordingReader(folder: folder).overview().tracks.first?.visits
        #expect(visits?.first?.url.utf8.count == 8192 && visits?.first?.title.utf8.count == 16_384)
    }
}
