import JSON
import Model
import Testing

@testable import LiveView

/// Who drives, while things happen in between.
@Suite(.timeLimit(.minutes(3))) struct LiveControlTests {
    @Test func `a text whose page is slow to take it is not put in after another person took over`() async throws {
        try await LiveStage.play { stage in
            stage.browser.answers { command in
                switch command["method"]?.stringValue {
                case "Page.getFrameTree": ["frameTree": ["frame": ["id": "P"]]]
                case "Page.createIsolatedWorld": ["executionContextId": 1]
                // The page takes its time for the paste itself.
                case "Runtime.evaluate": command["params"]?["userGesture"] == true ? nil : ["result": ["value": true]]
                default: [:]
                }
            }
            let (ann, ben, line) = (stage.lease("Ann"), stage.lease("Ben"), ScriptedLine())
            try await stage.watch(ann, on: line) {
                try await stage.watch(ben, on: ScriptedLine()) {
                    await stage.take(ann)
                    line.say(#"{"type":"paste","text":"secret"}"#)
                    await until { stage.browser.unanswered != nil }
                    await stage.take(ben)
                    stage.browser.answer(["result": ["value": false]])
                    await until { line.heard.contains { $0["code"] == "control_stale" } }
                    #expect(stage.browser.count("Input.insertText", in: "SP") == 0)
                }
            }
        }
    }

    @Test func `a page that came while the holder's line was down has a helper when it is back`() async throws {
        try await LiveStage.play { stage in
            let lease = stage.lease()
            try await stage.watch(lease, on: ScriptedLine()) {
                await stage.take(lease)
                await until { stage.browser.count("Runtime.addBinding", in: "SP") == 1 }
            }
            await stage.open("Q")
            try await stage.watch(lease, on: ScriptedLine()) {
                await until { stage.browser.count("Runtime.addBinding", in: "SQ") == 1 }
            }
            #expect(stage.browser.count("Runtime.addBinding", in: "SP") == 1)
        }
    }
}

extension LiveStage {
    /// The person of a lease that has a viewer takes control.
    fileprivate func take(_ lease: Lease) async {
        await until { await live.viewers.values.contains { $0.lease.id == lease.id } }
        guard let viewer = await live.viewers.values.first(where: { $0.lease.id == lease.id }) else { return }
        await live.take(by: viewer)
    }
}
