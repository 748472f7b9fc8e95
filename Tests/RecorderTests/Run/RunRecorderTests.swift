import CDP
import Foundation
import JSON
import Logging
import Model
import Testing

@testable import Recorder

@Suite(.timeLimit(.minutes(3))) struct RunRecorderTests {
    private static let page = #"""
        {"method":"Target.attachedToTarget","params":{"sessionId":"s","waitingForDebugger":true,"targetInfo":{"targetId":"p","type":"page",
        "url":"about:blank","title":"","browserContextId":"c"}}}
        """#
    private static let line = #"""
        {"method":"Runtime.consoleAPICalled","sessionId":"s","params":{"type":"log","timestamp":1795476000123.4,
        "args":[{"type":"string","value":"hello http://h/?token=abcdefgh"}]}}
        """#

    private let browser = ScriptedBrowser(onAttach: [page])
    private let store = MemoryStore()

    private func recorder(_ connection: CDPConnection? = nil, dialogTimeout: Duration = .seconds(5)) -> RunRecorder {
        RunRecorder(
            run: Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: SpaceID()),
            connection: connection ?? CDPConnection(transport: browser),
            store: store,
            hub: EventHub(),
            networkTraffic: NetworkTraffic(),
            proxy: nil,
            downloadFolder: "/downloads",
            settings: RecorderSettings(dialogTimeout: dialogTimeout),
            logger: Logger(label: "test")
        )
    }

    private func texts() -> [String] { store.written.map { String(decoding: $0.json, as: UTF8.self) } }

    @Test func `a run begins and ends with its lifecycle, and all between is stored once, without secrets`()
        async throws
    {
        let recorder = recorder()
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        #expect(await recorder.targets() == [PageTarget(id: "p", url: "about:blank", active: true)])
        browser.say(Self.line)
        await recorder.settle()
        browser.close()
        guard case .closed = await end else { return #expect(Bool(false), "the store did not fail") }
        try await recorder.close(RunEnd(reason: .api))
        #expect(store.written.map(\.type) == [.runtimeLifecycle, .consoleMessage, .runtimeLifecycle])
        #expect(store.written.map(\.number) == [1, 2, 3])
        #expect(texts()[1].contains(#""text":"hello http://h/?token=REDACTED""#))
        #expect(texts()[1].contains(#""time":"\#(Timestamp(milliseconds: 1_795_476_000_123))""#))
        #expect(texts()[2].contains(#""status":"stopped""#))
    }

    @Test func `a stop waits while what has come is being read, however slowly`() async throws {
        let connection = CDPConnection(transport: browser) { _ in usleep(1_500_000) }
        let recorder = recorder(connection)
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        browser.say("no message")
        browser.say(Self.line)
        await recorder.settle()
        #expect(store.written.map(\.type) == [.runtimeLifecycle, .consoleMessage])
        browser.close()
        _ = await end
    }

    @Test func `a page is listened to before it runs`() async throws {
        let recorder = recorder()
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        let methods = browser.received.filter { $0["sessionId"] == "s" }.compactMap { $0["method"]?.stringValue }
        let run = try #require(methods.firstIndex(of: "Runtime.runIfWaitingForDebugger"))
        for method in ["Network.enable", "Page.enable", "Runtime.enable", "Log.enable", "Target.setAutoAttach"] {
            #expect(methods.firstIndex(of: method) ?? .max < run)
        }
        browser.close()
        _ = await end
        try await recorder.close(RunEnd(reason: .api))
    }

    /// CDP `Target.attachedToTarget` of a second page.
    private static let second =
        #"{"method":"Target.attachedToTarget","params":{"sessionId":"s2","targetInfo":{"targetId":"p2","type":"page","url":"","canAccessOpener":true},"waitingForDebugger":true}}"#

    private func runs(_ session: String) -> Bool {
        browser.received.contains {
            $0["sessionId"]?.stringValue == session && $0["method"] == "Runtime.runIfWaitingForDebugger"
        }
    }

    @Test func `a popup is left to the word of the agent that waits for it`() async throws {
        let recorder = recorder()
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        let waits = AgentCommand(clientID: 1, method: "Target.setAutoAttach", sessionID: nil) {
            ["autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true]
        }
        recorder.announced(waits)
        recorder.attached(client: 1, session: "theirs", target: "p2")
        browser.say(Self.second)
        while browser.count("Runtime.getIsolateId") == 0 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(!runs("s2"), "it is set up, and waits")
        await recorder.agentSpoke(
            AgentCommand(clientID: 1, method: "Runtime.runIfWaitingForDebugger", sessionID: "theirs") { nil }
        )
        recorder.disconnected(client: 1)
        await recorder.catchUp(within: .seconds(5))
        #expect(!runs("s2"), "ours would let the next popup of its process run")
        browser.close()
        _ = await end
        try await recorder.close(RunEnd(reason: .api))
    }

    @Test func `who catches up after the browser's last word does not outlive the run`() async throws {
        let recorder = recorder()
        try await recorder.open()
        browser.close()
        _ = await recorder.record()
        let began = ContinuousClock.now
        async let caughtUp: Void = recorder.catchUp(within: .seconds(600))
        while await !recorder.setups.isAwaited { await Task.yield() }
        try await recorder.close(RunEnd(reason: .api))
        await caughtUp
        #expect(began.duration(to: .now) < .seconds(30))
    }

    @Test func `a page that waits for an agent that has gone runs all the same`() async throws {
        let recorder = recorder()
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        recorder.announced(
            AgentCommand(clientID: 1, method: "Target.setAutoAttach", sessionID: nil) {
                ["autoAttach": true, "waitForDebuggerOnStart": true]
            }
        )
        browser.say(Self.second)
        while browser.count("Runtime.getIsolateId") == 0 { try await Task.sleep(for: .milliseconds(5)) }
        let began = ContinuousClock.now
        recorder.disconnected(client: 1)
        while !runs("s2") { try await Task.sleep(for: .milliseconds(5)) }
        #expect(began.duration(to: .now) < .seconds(1.5))
        browser.close()
        _ = await end
        try await recorder.close(RunEnd(reason: .api))
    }

    @Test func `a client finds a download in the folder that it named`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "theirs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let recorder = recorder()
        recorder.announced(
            AgentCommand(clientID: 1, method: "Browser.setDownloadBehavior", sessionID: nil) {
                ["behavior": "allowAndName", "downloadPath": .string(folder.path)]
            }
        )
        let guid = "b9557ff9-a372-416e-bd28-e36ace102fd1"
        recorder.downloadBegins(client: 2, guid: guid)
        recorder.downloadBegins(client: 1, guid: "../../etc/x")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        recorder.downloadBegins(client: 1, guid: guid)
        let link = folder.appending(path: guid).path
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link).hasSuffix("/" + guid))
    }

    @Test func `a dialog that nobody handles is dismissed after its time`() async throws {
        let recorder = recorder(dialogTimeout: .milliseconds(20))
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        browser.say(
            #"{"method":"Page.javascriptDialogOpening","sessionId":"s","params":{"type":"alert","message":"m","url":"u"}}"#
        )
        while browser.count("Page.handleJavaScriptDialog") == 0 { try await Task.sleep(for: .milliseconds(5)) }
        browser.close()
        _ = await end
        try await recorder.close(RunEnd(reason: .api))
        #expect(texts().filter { $0.contains(#""type":"dialog""#) }.count == 2, "it ends with the run")
    }

    @Test func `a client's own download folder is answered with ours, more than once`() async throws {
        let recorder = recorder()
        try await recorder.open()
        async let end = recorder.record()
        try await recorder.attach()
        let before = browser.count("Browser.setDownloadBehavior")
        recorder.received(
            AgentCommand(clientID: 1, method: "Browser.setDownloadBehavior", sessionID: nil) {
                ["behavior": "allowAndName", "downloadPath": "/tmp/theirs"]
            }
        )
        while browser.count("Browser.setDownloadBehavior") < before + 3 { try await Task.sleep(for: .milliseconds(5)) }
        browser.close()
        _ = await end
        try await recorder.close(RunEnd(reason: .api))
    }
}
