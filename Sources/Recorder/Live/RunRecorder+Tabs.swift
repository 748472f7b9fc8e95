public import CDP
import JSON

/// Opening, closing and switching pages for people and API callers, on the recorder's own line.
extension RunRecorder {
    /// Opens a page (CDP `Target.createTarget`) and returns its id once it is being recorded.
    /// - Parameter inFront: whether it becomes the front page.
    public func openPage(_ url: String, inFront: Bool) async throws(CDPError) -> String {
        let front = targets().first { $0.active }
        let result = try await connection.call(
            "Target.createTarget",
            ["url": .string(url), "background": .bool(!inFront)]
        )
        guard let target = result["targetId"]?.stringValue else {
            throw CDPError(.malformed, "The browser opened no page.", method: "Target.createTarget")
        }
        await waitUntil(target, isOpen: true)
        if inFront {
            try await bringPageToFront(target)
        } else if let front {
            activated(front.id)
        }
        return target
    }

    /// Puts a page in front (CDP `Target.activateTarget`).
    public func bringPageToFront(_ target: String) async throws(CDPError) {
        _ = try await connection.call("Target.activateTarget", ["targetId": .string(target)])
        activated(target)
    }

    /// Closes a page (CDP `Target.closeTarget`). Closing the last one opens a blank page, so that the browser stays.
    public func closePage(_ target: String) async throws(CDPError) {
        if targets().count == 1 { _ = try await openPage("about:blank", inFront: true) }
        _ = try await connection.call("Target.closeTarget", ["targetId": .string(target)])
        await waitUntil(target, isOpen: false)
    }
}
