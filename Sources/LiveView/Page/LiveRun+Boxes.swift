import CDP
import JSON
import Recorder

/// Where something of the page lies on its picture.
extension LiveRun {
    /// The border box of an element that an expression gives, in CSS pixels of the visible page, through all frames around it, also those of other
    /// sites, which have sessions of their own. Nil when it is gone.
    func box(of expression: String, in place: ScriptPlace) async -> PageBox? {
        let params: JSONObject = ["expression": .string(expression), "contextId": place.context]
        let result = try? await connection.call(
            "Runtime.evaluate",
            params,
            session: place.session,
            timeout: .seconds(1)
        )
        guard let object = result?["result"]?["objectId"] else { return nil }
        defer { connection.send("Runtime.releaseObject", ["objectId": object], session: place.session) }
        let model = await boxModel(["objectId": object], in: place.session)
        guard let box = model?["border"].flatMap(PageBox.init(quad:)) else { return nil }
        let corner = await corner(of: place.session)
        return PageBox(x: box.x + corner.x, y: box.y + corner.y, width: box.width, height: box.height)
    }

    /// Where a session's picture begins in that of the page (CDP `DOM.getFrameOwner`).
    private func corner(of session: String) async -> (x: Double, y: Double) {
        guard let parent = await recorder.parent(of: session) else { return (0, 0) }
        let params: JSONObject = ["frameId": .string(parent.frame)]
        let owner = try? await connection.call(
            "DOM.getFrameOwner",
            params,
            session: parent.session,
            timeout: .seconds(1)
        )
        let outer = await corner(of: parent.session)
        guard let node = owner?["backendNodeId"] else { return outer }
        let model = await boxModel(["backendNodeId": node], in: parent.session)
        guard let box = model?["content"].flatMap(PageBox.init(quad:)) else { return outer }
        return (outer.x + box.x, outer.y + box.y)
    }

    private func boxModel(_ params: JSONObject, in session: String) async -> JSON? {
        let result = try? await connection.call("DOM.getBoxModel", params, session: session, timeout: .seconds(1))
        return result?["model"]
    }
}

/// A rectangle of the page, in CSS pixels.
struct PageBox: Sendable, Equatable {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// The rectangle around a quad of CDP: eight numbers, a corner a pair.
    init?(quad: JSON) {
        let numbers = (quad.arrayValue ?? []).compactMap(\.doubleValue)
        guard numbers.count == 8 else { return nil }
        let xs = stride(from: 0, to: 8, by: 2).map { numbers[$0] }
        let ys = stride(from: 1, to: 8, by: 2).map { numbers[$0] }
        let (left, top) = (xs.reduce(xs[0], min), ys.reduce(ys[0], min))
        self.init(x: left, y: top, width: xs.reduce(left, max) - left, height: ys.reduce(top, max) - top)
    }

    var json: JSON { ["x": .number(x), "y": .number(y), "width": .number(width), "height": .number(height)] }
}
