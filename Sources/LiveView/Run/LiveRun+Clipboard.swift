import CDP
import JSON
import Model
import Recorder

/// Pasting in and copying out. The clipboard is the person's own: the browser's is not touched.
extension LiveRun {
    /// The page sees a `paste` event with the text, as it would from a keyboard; if it does not take it, the text is typed.
    func paste(_ text: String, by viewer: Viewer) async throws(Refusal) {
        let (page, sessions) = try await place(of: viewer)
        let argument = String(decoding: JSON.string(text).bytes, as: UTF8.self)
        let params: JSONObject = ["text": .string(text)]
        recorder.announced(viewer: viewer.id, method: "Input.insertText", params: .object(params), page: page)
        let taken = await evaluate("(\(PageScript.paste))(\(argument))", in: sessions)
        if taken?.boolValue != true { send("Input.insertText", params, page, sessions, viewer) }
    }

    /// Reads the selected text, and lets the page do what it does on Control and C or X.
    func copy(cut: Bool, by viewer: Viewer) async throws(Refusal) {
        let (page, sessions) = try await place(of: viewer)
        let text = await evaluate("(\(PageScript.selection))()", in: sessions)?.stringValue ?? ""
        viewer.outbox.put(["type": "clipboard", "text": .string(String(text.prefix(1_000_000)))])
        guard control.isHeld(by: viewer.lease.id) else { return }
        for action in [KeyInput.Action.down, .up] {
            let key = KeyInput(
                action: action,
                key: cut ? "x" : "c",
                code: cut ? "KeyX" : "KeyC",
                location: 0,
                isRepeat: false,
                modifiers: Modifier.control,
                altGraph: false
            )
            guard var params = key.params() else { continue }
            if cut, action == .down { params["commands"] = ["cut"] }
            send("Input.dispatchKeyEvent", params, page, sessions, viewer)
        }
    }

    /// Runs a script in the frame that has the focus, in a world of our own. Nil when no frame has it or the page does not answer in a second.
    private func evaluate(_ expression: String, in sessions: RunRecorder.Sessions) async -> JSON? {
        for session in sessions.all {
            for frame in await frameIDs(in: session) {
                let world = try? await connection.call(
                    "Page.createIsolatedWorld",
                    ["frameId": .string(frame), "worldName": .string(PageHelper.world)],
                    session: session,
                    timeout: .seconds(1)
                )
                guard let context = world?["executionContextId"] else { continue }
                let result = try? await connection.call(
                    "Runtime.evaluate",
                    ["expression": .string(expression), "contextId": context, "returnByValue": true],
                    session: session,
                    timeout: .seconds(1)
                )
                if let value = result?["result"]?["value"], !value.isNull { return value }
            }
        }
        return nil
    }

    /// The frames of a session, the outermost first.
    private func frameIDs(in session: String) async -> [String] {
        let tree = try? await connection.call("Page.getFrameTree", session: session, timeout: .seconds(1))
        var frames: [String] = []
        var rest = tree?["frameTree"].map { [$0] } ?? []
        while let next = rest.popLast(), frames.count < 64 {
            if let id = next["frame"]?["id"]?.stringValue { frames.append(id) }
            rest += next["childFrames"]?.arrayValue ?? []
        }
        return frames
    }
}
