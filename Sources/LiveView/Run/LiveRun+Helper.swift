import CDP
import JSON
import Recorder

/// The helper in the pages, while a person drives.
extension LiveRun {
    /// How long a page may take to get its helper before the person's input goes to it all the same.
    private static let patience = Duration.milliseconds(500)

    func arm() async {
        for page in pages { await arm(page: page.id) }
    }

    func arm(page: String) async {
        guard let sessions = await recorder.sessions(of: page) else { return }
        await withTaskGroup(of: Void.self) { group in
            for session in sessions.all { group.addTask { await self.arm(session: session) } }
        }
    }

    /// CDP `Runtime.addBinding`, `Page.addScriptToEvaluateOnNewDocument`, `Page.setInterceptFileChooserDialog`: all of this session alone, so
    /// agents that do the same do not notice.
    func arm(session: String) async {
        guard control.holder != nil, helper.begin(session) else { return }
        connection.send(
            "Runtime.addBinding",
            ["name": .string(PageHelper.binding), "executionContextName": .string(PageHelper.world)],
            session: session
        )
        connection.send("Page.setInterceptFileChooserDialog", ["enabled": true], session: session)
        guard let script = await inject(PageScript.helper, session) else { return }
        if control.holder == nil {
            connection.send(
                "Page.removeScriptToEvaluateOnNewDocument",
                ["identifier": .string(script)],
                session: session
            )
        } else {
            helper.armed(session, script: script)
        }
    }

    func disarm() async {
        for (session, script) in helper.take() {
            connection.send("Page.setInterceptFileChooserDialog", ["enabled": false], session: session)
            if let script {
                let params: JSONObject = ["identifier": .string(script)]
                connection.send("Page.removeScriptToEvaluateOnNewDocument", params, session: session)
            }
            Task {
                guard let script = await inject(PageScript.helperOff, session) else { return }
                let params: JSONObject = ["identifier": .string(script)]
                connection.send("Page.removeScriptToEvaluateOnNewDocument", params, session: session)
            }
        }
    }

    /// Runs a script in all frames of a session, and in those to come; its identifier.
    private func inject(_ source: String, _ session: String) async -> String? {
        let result = try? await connection.call(
            "Page.addScriptToEvaluateOnNewDocument",
            ["source": .string(source), "worldName": .string(PageHelper.world), "runImmediately": true],
            session: session,
            timeout: Self.patience
        )
        return result?["identifier"]?.stringValue
    }
}
