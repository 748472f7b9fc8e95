import ControlPlane
import Foundation
import FrameLog
import Logging
import Model
import Store
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(3))) struct RecordingsTests {
    private let day = 86_400

    /// A run that began and ended, with a recording of one frame.
    private func makeRun(in fixture: Fixture, daysAgo: Int, closes: Bool = true) async throws -> Run {
        let finishedAt = Timestamp.now.adding(seconds: -daysAgo * day)
        let startedAt = finishedAt.adding(seconds: -10)
        let id = try await fixture.endedRun(events: 2, startedAt: startedAt, finishedAt: finishedAt).run.id
        let run = try await fixture.controlPlane.runs.get(id)
        let writer = FrameLogWriter(
            folder: "\(fixture.recordings)/\(run.id)",
            run: run.id,
            startedAt: run.startedAt,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        writer.page("A", url: "https://a.example/", title: "A", at: 0)
        writer.front("A", at: 0)
        writer.append(
            LoggedFrame(
                number: 1,
                pageID: "A",
                milliseconds: 100,
                width: 8,
                height: 8,
                geometry: FrameGeometry(deviceWidth: 8, deviceHeight: 8),
                jpeg: [0xFF, 0xD8, 0xFF, 0xD9]
            )
        )
        if closes { await writer.close(at: 10_000) } else { writer.alive(at: 4000) }
        return run
    }

    @Test func `recordings are deleted when their time is over`() async throws {
        try await Fixture.with { fixture in
            let recordings = fixture.controlPlane.recordings
            let run = try await makeRun(in: fixture, daysAgo: 0)
            await recordings.sweep(at: Timestamp.now.adding(seconds: 7 * day - 60))
            #expect(try await recordings.state(of: run.id).status == .ready)
            await recordings.sweep(at: Timestamp.now.adding(seconds: 7 * day + 60))
            #expect(try await recordings.state(of: run.id).status == .notAvailable)
            #expect(!FileManager.default.fileExists(atPath: "\(fixture.recordings)/\(run.id)"))
        }
    }

    @Test func `folders without a run go after an hour, other folders stay`() async throws {
        try await Fixture.with { fixture in
            let stray = RunID()
            for name in ["\(stray)", "other"] {
                let folder = "\(fixture.recordings)/\(name)"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            await fixture.controlPlane.recordings.sweep(at: .now)
            #expect(FileManager.default.fileExists(atPath: "\(fixture.recordings)/\(stray)"))
            await fixture.controlPlane.recordings.sweep(at: Timestamp.now.adding(seconds: 3700))
            #expect(!FileManager.default.fileExists(atPath: "\(fixture.recordings)/\(stray)"))
            #expect(FileManager.default.fileExists(atPath: "\(fixture.recordings)/other"))
        }
    }

    @Test func `an ended run is ready, with its length and all of it recorded`() async throws {
        try await Fixture.with { fixture in
            let run = try await makeRun(in: fixture, daysAgo: 1)
            let state = try await fixture.controlPlane.recordings.state(of: run.id)
            #expect(state.status == .ready && state.durationMilliseconds == 10_000)
            #expect(state.completeness == 1 && state.gaps.isEmpty)
            #expect(state.expiresAt == run.finishedAt?.adding(seconds: 7 * day))
            #expect(try await fixture.controlPlane.recordings.frame(of: run.id, at: 5000, page: nil).number == 1)
        }
    }

    @Test func `what a killed server left is ready, and says what is missing`() async throws {
        try await Fixture.with { fixture in
            let run = try await makeRun(in: fixture, daysAgo: 1, closes: false)
            let recordings = fixture.controlPlane.recordings
            while try await recordings.state(of: run.id).gaps.first?.from != 4000 { await Task.yield() }
            let state = try await recordings.state(of: run.id)
            #expect(state.status == .ready && state.completeness == 0.4)
            #expect(state.gaps == [RecordingGap(cause: .serverLost, from: 4000, to: 10_000)])
        }
    }

    @Test func `a recording that cannot be read now has not failed`() async throws {
        try await Fixture.with { fixture in
            let run = try await makeRun(in: fixture, daysAgo: 1)
            let journal = "\(fixture.recordings)/\(run.id)/journal"
            try FileManager.default.removeItem(atPath: journal)
            try FileManager.default.createDirectory(atPath: journal, withIntermediateDirectories: false)
            let error = await #expect(throws: ControlPlaneError.self) {
                try await fixture.controlPlane.recordings.state(of: run.id)
            }
            #expect(error?.code == .storageUnavailable)
        }
    }

    @Test func `a recording of a newer version has failed, in plain words`() async throws {
        try await Fixture.with { fixture in
            let run = try await makeRun(in: fixture, daysAgo: 1)
            let journal = URL(fileURLWithPath: "\(fixture.recordings)/\(run.id)/journal")
            let future = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../FrameLogTests/Fixtures/v999/journal")
            try Data(contentsOf: future).write(to: journal)
            let state = try await fixture.controlPlane.recordings.state(of: run.id)
            #expect(state.status == .failed && state.failure?.contains("format 999") == true)
        }
    }
}
