import Testing

@testable import Recorder

@Suite struct AgentSessionsTests {
    private let sessions = AgentSessions()

    private func command(_ method: String) -> AgentCommand {
        AgentCommand(clientID: 1, method: method, sessionID: "S") { nil }
    }

    @Test(arguments: [
        ("Input.dispatchMouseEvent", true), ("Input.insertText", true), ("Page.navigate", true),
        ("Page.navigateToHistoryEntry", true), ("Page.reload", true), ("Runtime.evaluate", false),
        ("Runtime.callFunctionOn", false), ("Page.captureScreenshot", false), ("DOM.getDocument", false),
    ])
    func `what changes a page before our eyes acts on it, what reads it does not`(method: String, acts: Bool) {
        #expect(sessions.actedOn(by: command(method)) == nil, "a session that nobody knows")
        sessions.attached(1, session: "S", target: "PAGE")
        #expect(sessions.actedOn(by: command(method)) == (acts ? "PAGE" : nil))
    }

    @Test func `a script drives a page, and is told of once a second`() {
        sessions.attached(1, session: "S", target: "PAGE")
        #expect(sessions.newlyDriven(by: command("Runtime.evaluate"), at: 5000) == "PAGE")
        #expect(sessions.newlyDriven(by: command("Input.insertText"), at: 5900) == nil)
        #expect(sessions.newlyDriven(by: command("Input.insertText"), at: 6000) == "PAGE")
        #expect(sessions.newlyDriven(by: command("DOM.getDocument"), at: 9000) == nil)
    }

    @Test func `a person drives a page as an agent does`() {
        #expect(sessions.isNewlyDriven("PAGE", by: "Input.dispatchMouseEvent", at: 5000))
        #expect(!sessions.isNewlyDriven("PAGE", by: "Input.insertText", at: 5900))
        #expect(sessions.isNewlyDriven("OTHER", by: "Page.navigate", at: 5900))
        #expect(!sessions.isNewlyDriven("PAGE", by: "Page.handleJavaScriptDialog", at: 9000))
    }
}
