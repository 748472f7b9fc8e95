import CDP
import JSON

/// Where a script of ours runs: a frame's world beside the page's own.
struct ScriptPlace: Sendable {
    let session: String
    let context: JSON
}

/// Scripts of ours in pages.
extension LiveRun {
    /// The live view's world of a frame (CDP `Page.createIsolatedWorld`); nil when the frame is gone or does not answer in a second.
    func world(of frame: String, in session: String) async -> ScriptPlace? {
        let world = try? await connection.call(
            "Page.createIsolatedWorld",
            ["frameId": .string(frame), "worldName": .string(PageHelper.world)],
            session: session,
            timeout: .seconds(1)
        )
        return (world?["executionContextId"]).map { ScriptPlace(session: session, context: $0) }
    }

    /// The value of an expression; nil when it has none, fails, or is not there in time.
    /// - Parameter isInput: whether a person does it, so that the page may do what it may after a click or a key.
    func evaluate(
        _ expression: String,
        in place: ScriptPlace,
        isInput: Bool = false,
        timeout: Duration = .seconds(1)
    ) async -> JSON? {
        let result = try? await connection.call(
            "Runtime.evaluate",
            [
                "expression": .string(expression), "contextId": place.context, "returnByValue": true,
                "userGesture": .bool(isInput),
            ],
            session: place.session,
            timeout: timeout
        )
        return result?["result"]?["value"]
    }

    /// The frames of a session, the outermost first.
    func frameIDs(in session: String) async -> [String] {
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
