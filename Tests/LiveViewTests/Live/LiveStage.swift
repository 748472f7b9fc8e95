import CDP
import Foundation
import Logging
import Model
import Recorder
import StoreSQLite
import Synchronization
import Testing

@testable import LiveView

/// A live run with a recorder of its own, on a line to a browser that the test speaks for.
struct LiveStage: Sendable {
    let browser: ScriptedBrowser
    let recorder: RunRecorder
    let live: LiveRun
    /// How often the runtime was used.
    let touches = Counter()
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/martlet-live-\(UUIDv7())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let run = Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: SpaceID())
        browser = ScriptedBrowser()
        let connection = CDPConnection(transport: browser)
        recorder = RunRecorder(
            run: run,
            connection: connection,
            store: try SQLiteStore(path: folder + "/martlet.sqlite", logger: logger),
            hub: EventHub(),
            networkTraffic: NetworkTraffic(),
            proxy: nil,
            downloadFolder: folder,
            settings: RecorderSettings(writesActivity: false),
            logger: logger
        )
        live = LiveRun(
            run: run,
            connection: connection,
            recorder: recorder,
            frames: recorder.frames,
            uploadFolder: folder + "/uploads",
            logger: logger,
            touch: touches.add
        )
    }

    /// Plays on a stage with one page, `P` in the session `SP`, and clears it away.
    static func play(_ test: (LiveStage) async throws -> Void) async throws {
        let stage = try LiveStage()
        let recording = Task { await stage.recorder.record() }
        await stage.open("P")
        let outcome = await Result { try await test(stage) }
        stage.browser.close()
        _ = await recording.value
        try FileManager.default.removeItem(atPath: stage.folder)
        try outcome.get()
    }

    /// A page comes, with the session `S` and its name.
    func open(_ page: String, url: String = "about:blank") async {
        browser.say(
            #"{"method":"Target.attachedToTarget","params":{"sessionId":"S\#(page)","waitingForDebugger":true,"#
                + #""targetInfo":{"targetId":"\#(page)","type":"page","url":"\#(url)","title":"","browserContextId":"c"}}}"#
        )
        await until { recorder.frames.pages.contains { $0.id == page } }
    }

    func lease(_ name: String = "Ann", seconds: Int = 3600) -> Lease {
        Lease(
            runID: live.run.id,
            purpose: .live,
            hash: [],
            expiresAt: .now.adding(seconds: seconds),
            terms: Lease.Terms(control: .input, name: name)
        )
    }

    /// Serves a viewer while `body` runs, and returns when it has left.
    func watch(_ lease: Lease, on line: ScriptedLine, _ body: () async throws -> Void) async throws {
        let serving = Task { await live.serve(lease, on: line) }
        let outcome = await Result { try await body() }
        line.abort()
        await serving.value
        try outcome.get()
    }
}

/// Counts.
final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    @Sendable func add() { value.withLock { $0 += 1 } }
}

/// Waits for a condition; the suite's time limit ends what never comes.
func until(_ isTrue: () async -> Bool) async {
    while await !isTrue() { try? await Task.sleep(for: .milliseconds(2)) }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
