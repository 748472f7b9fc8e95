import Martlet

/// Starts a runtime, drives it as an agent would, and stops it.
struct DemoRun: Sendable {
    let martlet: Martlet
    let site: String

    /// The id of the run.
    func perform() async throws -> Martlet.RunID {
        let runtime = try await martlet.runtimes.create(name: "demo")
        do {
            let run = try await martlet.runtimes.withBrowser(runtime.id) { browser in
                print("Started a browser: runtime \(runtime.id), run \(browser.runID)")
                try await drive(browser.connectURL)
                return browser.runID
            }
            try await martlet.runtimes.delete(runtime.id)
            print("Stopped the browser and deleted the runtime; the run stays.\n")
            return run
        } catch {
            // In a task of its own, so that also a demo that was broken off leaves nothing running.
            _ = try? await Task { try await martlet.runtimes.delete(runtime.id, force: true) }.value
            throw error
        }
    }

    private func drive(_ connectURL: String) async throws {
        try await DemoAgent.connect(to: connectURL) { agent in
            print("  open the shop")
            try await agent.open("\(site)/")
            try await agent.wait(forTitle: "Paper & Pin")
            print("  click on the care page, which opens a tab of its own")
            try await agent.click("#care")
            print("  click on the brass pins")
            try await agent.click("#brass")
            try await agent.wait(forTitle: "Brass pins")
            print("  type an engraving, and add to the basket")
            try await agent.type("M. & S.", into: "#engraving")
            try await agent.click("#add")
            try await agent.wait(for: "document.getElementById('basket').textContent.includes('4.20')")
            print("  order")
            try await agent.click("#order")
            try await agent.wait(forTitle: "Thank you")
        }
    }
}
