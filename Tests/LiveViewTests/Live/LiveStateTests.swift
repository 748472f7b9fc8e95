import JSON
import Model
import Recorder
import Testing

@testable import LiveView

/// What viewers are told of the pages.
@Suite(.timeLimit(.minutes(3))) struct LiveStateTests {
    @Test func `a dialog that opened before anybody watched is told, and can be answered`() async throws {
        try await LiveStage.play { stage in
            stage.dialog("confirm", "Sure?")
            await until { await !stage.recorder.openDialogs.isEmpty }
            let line = ScriptedLine()
            try await stage.watch(stage.lease(), on: line) {
                await until { line.told?["dialogs"]?.arrayValue?.isEmpty == false }
                let dialog = line.told?["dialogs"]?.arrayValue?.first
                #expect(dialog?["message"] == "Sure?" && dialog?["kind"] == "confirm" && dialog?["pageId"] == "P")
                line.say(#"{"type":"dialog","id":\#(dialog?["id"]?.integerValue ?? 0),"accept":true}"#)
                await until { stage.browser.count("Page.handleJavaScriptDialog", in: "SP") == 1 }
                stage.browser.say(
                    #"{"method":"Page.javascriptDialogClosed","sessionId":"SP","params":{"result":true}}"#
                )
                await until { line.told?["dialogs"]?.arrayValue?.isEmpty == true }
            }
        }
    }

    @Test func `addresses and dialogs of any length leave the line open`() async throws {
        try await LiveStage.play { stage in
            let address = "data:text/html," + String(repeating: "x", count: 100_000)
            for page in ["A", "B", "C", "D", "E"] { await stage.open(page, url: address) }
            // One character of Swift's, however many marks stand on it.
            stage.dialog("alert", "a" + String(repeating: "\u{301}", count: 100_000))
            await until { await !stage.recorder.openDialogs.isEmpty }
            let line = ScriptedLine()
            try await stage.watch(stage.lease(), on: line) {
                await until { line.told?["dialogs"]?.arrayValue?.isEmpty == false }
                #expect(line.closed == nil)
                #expect(line.told.map { $0.bytes.count < 64 * 1024 } == true)
            }
        }
    }
}

extension LiveStage {
    /// The page `P` opens a dialog.
    fileprivate func dialog(_ type: String, _ message: String) {
        let params: JSON = ["type": .string(type), "message": .string(message), "url": "about:blank"]
        let event: JSON = ["method": "Page.javascriptDialogOpening", "sessionId": "SP", "params": params]
        browser.say(String(decoding: event.bytes, as: UTF8.self))
    }
}
