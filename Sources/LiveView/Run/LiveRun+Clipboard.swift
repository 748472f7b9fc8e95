import CDP
import JSON
import Model
import Recorder

/// Pasting in and copying out. The clipboard is the person's own: the browser's is not touched.
extension LiveRun {
    /// How long a page may work on a paste before what the same person does next goes to it.
    private static let pasteTimeout = Duration.seconds(20)

    /// The page sees a `paste` event with the text, as it would from a keyboard; if it does not take it, the text is put in.
    func paste(_ part: String, hasMore: Bool, by viewer: Viewer) async throws(Refusal) {
        switch viewer.paste(part, hasMore: hasMore) {
        case .waiting: return
        case .whole(let text): try await paste(text, by: viewer)
        case .tooLong: throw Refusal(.invalid, "A paste may have at most 1 MiB of text.")
        }
    }

    /// Lines are inserted by the page's own editor in one step (CDP `Input.insertText` lays the page out anew for each: 2,000 lines take ten seconds).
    private func paste(_ text: String, by viewer: Viewer) async throws(Refusal) {
        let epoch = control.epoch
        let (page, sessions) = try await place(of: viewer)
        let focus = await focus(in: sessions)
        try check(epoch: epoch)
        let argument = String(decoding: JSON.string(text).bytes, as: UTF8.self)
        let params: JSONObject = ["text": .string(text)]
        recorder.announced(viewer: viewer.id, method: "Input.insertText", params: .object(params), page: page)
        guard let focus else {
            return send("Input.insertText", params, page, sessions, viewer)
        }
        let script = "(\(PageScript.paste))(\(argument))"
        let isTaken = await evaluate(script, in: focus, isInput: true, timeout: Self.pasteTimeout)
        // A page that does not answer may have it already.
        guard isTaken == false else { return }
        try check(epoch: epoch)
        send("Input.insertText", params, page, sessions, viewer)
    }

    /// Reads the selected text, and lets the page do what it does on Control and C or X.
    func copy(cut: Bool, by viewer: Viewer) async throws(Refusal) {
        let epoch = control.epoch
        let (page, sessions) = try await place(of: viewer)
        var text = ""
        if let focus = await focus(in: sessions) {
            text = await evaluate("(\(PageScript.selection))()", in: focus)?.stringValue ?? ""
        }
        viewer.outbox.put(["type": "clipboard", "text": .text(text, bytes: 1024 * 1024)])
        try check(epoch: epoch)
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

    /// The frame that has the focus. Nil when none has it or the page does not answer.
    private func focus(in sessions: RunRecorder.Sessions) async -> ScriptPlace? {
        for session in sessions.all {
            for frame in await frameIDs(in: session) {
                guard let place = await world(of: frame, in: session) else { continue }
                if await evaluate(PageScript.hasFocus, in: place) == true { return place }
            }
        }
        return nil
    }
}
