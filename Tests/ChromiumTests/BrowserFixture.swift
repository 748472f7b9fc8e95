import CDP
import Chromium
import Foundation
import Glibc
import JSON
import Logging
import Model
import Testing

/// A launcher with a folder of its own, shut down after the test.
func withLauncher<Value>(
    _ change: (inout BrowserConfiguration) -> Void = { _ in },
    _ body: (BrowserLauncher, String) async throws -> Value
) async throws -> Value {
    let root = "/var/tmp/martlet-test-\(UUID().uuidString)"
    var configuration = BrowserConfiguration(root: root)
    change(&configuration)
    let launcher = BrowserLauncher(configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let result: Result<Value, any Error>
    do { result = .success(try await body(launcher, root)) } catch { result = .failure(error) }
    await launcher.shutdown()
    try? FileManager.default.removeItem(atPath: root)
    return try result.get()
}

func request(
    keepsProfile: Bool = false,
    runtime: RuntimeID = RuntimeID(),
    viewport: Viewport = Viewport(),
    proxy: ProxyServer? = nil
) -> BrowserRequest {
    BrowserRequest(runID: RunID(), runtimeID: runtime, keepsProfile: keepsProfile, viewport: viewport, proxy: proxy)
}

/// Processes of a group, zombies included.
func processes(ofGroup group: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { getpgid($0) == group }
}

/// Waits for a condition, at most five seconds.
func eventually(_ condition: () -> Bool) async throws -> Bool {
    for _ in 0..<500 {
        if condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return condition()
}

/// A client of one page over the pipe: commands one by one, events dropped.
final class PageClient {
    private let transport: any CDPTransport
    private var lastID: Int64 = 100
    private var session: String?
    var sessionID: String { session ?? "" }

    init(_ browser: BrowserProcess) async throws {
        transport = browser.transport
        let targets = try await call("Target.getTargets")
        let page = try #require(targets["targetInfos"]?.arrayValue?.first { $0["type"] == "page" })
        let attached = try await call(
            "Target.attachToTarget",
            ["targetId": page["targetId"] ?? .null, "flatten": true]
        )
        session = try #require(attached["sessionId"]?.stringValue)
    }

    @discardableResult
    func call(_ method: String, _ params: JSONObject = [:]) async throws -> JSON {
        try Task.checkCancellation()
        lastID += 1
        var command: JSONObject = ["id": .integer(lastID), "method": .string(method), "params": .object(params)]
        if let session { command["sessionId"] = .string(session) }
        transport.send(JSON.object(command).bytes)
        while let batch = await transport.receive() {
            for message in batch {
                let reply = try JSON.parse(message)
                guard reply["id"] == .integer(lastID) else { continue }
                return try #require(reply["result"], "\(method): \(reply.text.prefix(300))")
            }
        }
        throw PageClientError.closed
    }

    func evaluate(_ expression: String) async throws -> JSON {
        let reply = try await call(
            "Runtime.evaluate",
            ["expression": .string(expression), "returnByValue": true, "awaitPromise": true]
        )
        return try #require(reply["result"]?["value"], "\(reply.text.prefix(300))")
    }

    func open(_ url: String) async throws {
        try await call("Page.navigate", ["url": .string(url)])
        while try await evaluate("location.href + ' ' + document.readyState") != .string("\(url) complete") {}
    }
}

enum PageClientError: Error { case closed }
