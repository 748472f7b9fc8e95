import JSON

/// Starts a runtime, drives it as an agent would, and stops it.
struct DemoRun: Sendable {
    let client: APIClient
    let site: String

    /// The id of the run.
    func perform() async throws -> String {
        let runtime = try text("id", of: try await client.call("POST", "/v1/runtimes", ["name": "demo"]))
        let start = try await client.call("POST", "/v1/runtimes/\(runtime)/start")
        print("Started a browser: runtime \(runtime), run \(try text("runId", of: start))")
        do {
            try await drive(try text("connectUrl", of: start))
        } catch {
            _ = try? await client.call("DELETE", "/v1/runtimes/\(runtime)?force=true")
            throw error
        }
        _ = try await client.call("POST", "/v1/runtimes/\(runtime)/stop")
        _ = try await client.call("DELETE", "/v1/runtimes/\(runtime)")
        print("Stopped the browser and deleted the runtime; the run stays.\n")
        return try text("runId", of: start)
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

    private func text(_ name: String, of answer: JSON) throws -> String {
        guard let text = answer[name]?.stringValue else {
            throw CommandError("The server's answer has no \(name).")
        }
        return text
    }
}
