import Foundation
import Logging
import Model

@testable import FrameLog

/// A recording in a folder of its own.
struct RecordingFolder {
    let path: String
    let run = RunID()
    let startedAt = Timestamp(milliseconds: 1_790_000_000_000)

    var reader: RecordingReader { RecordingReader(folder: path) }

    func writer(_ settings: FrameLogSettings = FrameLogSettings(commitInterval: .milliseconds(1))) -> FrameLogWriter {
        FrameLogWriter(
            folder: path,
            run: run,
            startedAt: startedAt,
            settings: settings,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    func file(_ name: String) -> String { path + "/" + name }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: file(name)))) }

    func put(_ bytes: some Sequence<UInt8>, in name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    }
}

func withRecordingFolder<Result>(_ body: (RecordingFolder) async throws -> Result) async throws -> Result {
    let path = NSTemporaryDirectory() + "recording-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(RecordingFolder(path: path))
}

func frame(_ number: Int64, of page: String = "A", at milliseconds: Int64, _ jpeg: [UInt8]? = nil) -> LoggedFrame {
    LoggedFrame(
        number: number,
        pageID: page,
        milliseconds: milliseconds,
        width: 1280,
        height: 720,
        geometry: FrameGeometry(deviceWidth: 1280, deviceHeight: 720, scrollOffsetY: 42.5),
        jpeg: jpeg ?? picture(number)
    )
}

/// Bytes that stand for a picture, other ones for each number.
func picture(_ number: Int64) -> [UInt8] {
    (0..<300 + number % 7).map { UInt8(truncatingIfNeeded: $0 * 31 + number * 7) }
}
