import CDP
import JSON
import WebSocket

/// A very small agent: it opens, clicks and types by CDP, as Playwright and its like do.
struct DemoAgent: Sendable {
    private let connection: CDPConnection
    private let session: String

    /// Connects, attaches to the first page, and closes when `body` returns.
    static func connect(to url: String, _ body: @escaping @Sendable (DemoAgent) async throws -> Void) async throws {
        let transport = WebSocketTransport(try await WebSocketClient.connect(url))
        let connection = CDPConnection(transport: transport)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { while await connection.receive() != nil {} }
            defer { connection.close() }
            try await body(DemoAgent(connection: connection, session: try await attach(connection)))
        }
    }

    private static func attach(_ connection: CDPConnection) async throws -> String {
        let targets = try await connection.call("Target.getTargets")["targetInfos"]?.arrayValue ?? []
        guard let page = targets.first(where: { $0["type"] == "page" })?["targetId"] else {
            throw CommandError("The browser has no page.")
        }
        let attached = try await connection.call("Target.attachToTarget", ["targetId": page, "flatten": true])
        guard let session = attached["sessionId"]?.stringValue else { throw CommandError("The page cannot be driven.") }
        return session
    }

    func open(_ url: String) async throws {
        _ = try await connection.call("Page.navigate", ["url": .string(url)], session: session)
    }

    /// Clicks the middle of the first element that matches.
    func click(_ selector: String) async throws {
        let place = try await evaluate(
            """
            (() => { const box = document.querySelector('\(selector)').getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]; })()
            """
        )
        guard let x = place.arrayValue?.first, let y = place.arrayValue?.last else {
            throw CommandError("The page has no \(selector).")
        }
        for type in ["mousePressed", "mouseReleased"] {
            let event: JSONObject = ["type": .string(type), "x": x, "y": y, "button": "left", "clickCount": 1]
            _ = try await connection.call("Input.dispatchMouseEvent", event, session: session)
        }
    }

    func type(_ text: String, into selector: String) async throws {
        try await click(selector)
        _ = try await connection.call("Input.insertText", ["text": .string(text)], session: session)
    }

    func wait(forTitle title: String) async throws {
        try await wait(for: "document.title === '\(title)' && document.readyState === 'complete'")
    }

    /// Waits until an expression of the page is true, at most 10 seconds.
    func wait(for expression: String) async throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while ContinuousClock.now < deadline {
            if try await evaluate(expression) == true { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw CommandError("The page did not get there in 10 seconds: \(expression)")
    }

    private func evaluate(_ expression: String) async throws -> JSON {
        let params: JSONObject = ["expression": .string(expression), "returnByValue": true]
        return try await connection.call("Runtime.evaluate", params, session: session)["result"]?["value"] ?? .null
    }
}
