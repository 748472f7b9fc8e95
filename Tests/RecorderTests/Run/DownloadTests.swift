import CDP
import JSON
import Logging
import Model
import Synchronization
import Testing

@testable import Recorder

/// Keeps nothing, and says what the test tells it to, when the test tells it to.
private final class HeldKeeper: DownloadKeeper {
    private let answer: KeptDownload
    private let held = Mutex<CheckedContinuation<Void, Never>?>(nil)
    private let isReleased = Mutex(false)
    let asked = Mutex<[FinishedDownload]>([])
    let links = Mutex<[EventID]>([])

    init(_ answer: KeptDownload) { self.answer = answer }

    func keep(_ download: FinishedDownload, of run: Run) async -> KeptDownload {
        asked.withLock { $0.append(download) }
        await withCheckedContinuation { continuation in
            if isReleased.withLock({ $0 }) { return continuation.resume() }
            held.withLock { $0 = continuation }
        }
        return answer
    }

    func link(_ file: FileID, to event: EventID) async { links.withLock { $0.append(event) } }

    func release() {
        isReleased.withLock { $0 = true }
        held.withLock { $0.take() }?.resume()
    }
}

@Suite(.timeLimit(.minutes(3))) struct DownloadTests {
    private static let begin = #"""
        {"method":"Browser.downloadWillBegin","params":{"frameId":"f","guid":"11111111-2222-4333-8444-555555555555","url":"http://h/x",
        "suggestedFilename":"../x.bin"}}
        """#
    private static let end = #"""
        {"method":"Browser.downloadProgress","params":{"guid":"11111111-2222-4333-8444-555555555555","totalBytes":7,"receivedBytes":7,
        "state":"completed","filePath":"/downloads/x"}}
        """#
    private static let page = #"""
        {"method":"Target.attachedToTarget","params":{"sessionId":"s","waitingForDebugger":true,"targetInfo":{"targetId":"p","type":"page",
        "url":"about:blank","title":"","browserContextId":"c"}}}
        """#
    private static let line = #"""
        {"method":"Runtime.consoleAPICalled","sessionId":"s","params":{"type":"log","timestamp":1795476000123.4,"args":[]}}
        """#

    private let browser = ScriptedBrowser(onAttach: [page])
    private let store = MemoryStore()

    private func record(_ keeper: HeldKeeper, _ during: (RunRecorder) async throws -> Void) async throws {
        let recorder = RunRecorder(
            run: Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: SpaceID()),
            connection: CDPConnection(transport: browser),
            store: store,
            hub: EventHub(),
            networkTraffic: NetworkTraffic(),
            proxy: nil,
            downloadFolder: "/downloads",
            downloads: keeper,
            settings: RecorderSettings(writesActivity: false),
            logger: Logger(label: "test")
        )
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        try await during(recorder)
        browser.close()
        _ = await end
        try await recorder.close(RunEnd(reason: .api))
    }

    @Test func `a download is told of once it is kept, and holds up nothing`() async throws {
        let file = FileID()
        let keeper = HeldKeeper(.kept(file, sizeInBytes: 7))
        try await record(keeper) { recorder in
            for message in [Self.begin, Self.end, Self.line] { browser.say(message) }
            while store.written.last?.type != .consoleMessage { try await Task.sleep(for: .milliseconds(5)) }
            #expect(store.written.map(\.type) == [.runtimeLifecycle, .download, .consoleMessage])
            keeper.release()
            await recorder.settle()
        }
        #expect(
            store.written.map(\.type) == [.runtimeLifecycle, .download, .consoleMessage, .download, .runtimeLifecycle]
        )
        let told = String(decoding: store.written[3].json, as: UTF8.self)
        #expect(
            told.contains(#""fileId":"\#(file)""#) && told.contains(#""sizeBytes":7"#)
                && told.contains(#""status":"finished""#)
        )
        #expect(keeper.asked.withLock { $0.map(\.path) } == ["/downloads/x"])
        #expect(keeper.links.withLock { $0 } == [store.written[3].id])
    }

    @Test func `the end of a run waits for what is being kept`() async throws {
        let keeper = HeldKeeper(.lost(code: "storage.unavailable"))
        try await record(keeper) { recorder in
            for message in [Self.begin, Self.end] { browser.say(message) }
            while keeper.asked.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(5)) }
            async let settled: Void = recorder.settle()
            keeper.release()
            await settled
        }
        #expect(store.written.map(\.type) == [.runtimeLifecycle, .download, .download, .runtimeLifecycle])
        let told = String(decoding: store.written[2].json, as: UTF8.self)
        #expect(told.contains(#""fileError":"storage.unavailable""#) && !told.contains("fileId"))
        #expect(keeper.links.withLock { $0.isEmpty })
    }
}
