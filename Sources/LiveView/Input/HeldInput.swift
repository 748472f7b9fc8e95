import JSON

/// Buttons, keys and fingers that a person holds down, so that they can be let go when control changes hands. A pure state machine.
struct HeldInput: Sendable {
    /// Fingers and keys that may be down at once.
    static let fingerLimit = 16
    static let keyLimit = 64

    private struct Button: Sendable {
        let session: String
        var params: JSONObject
    }

    private var buttons: [String: Button] = [:]
    private var keys: [String: (session: String, params: JSONObject)] = [:]
    /// Where each finger was last (CDP `Input.TouchPoint`), and the session it touches.
    private(set) var fingers: [Int64: JSON] = [:]
    private var touched: String?

    /// Whether a button is down, so that something may be being dragged.
    var mayDrag: Bool { !buttons.isEmpty }

    /// Whether no more is down after a command than may be.
    func mayTake(_ method: String, _ params: JSONObject) -> Bool {
        var after = self
        after.sent(method, params, session: "")
        return after.fingers.count <= Self.fingerLimit && after.keys.count <= Self.keyLimit
    }

    /// Notes a command of the person before it is sent.
    mutating func sent(_ method: String, _ params: JSONObject, session: String) {
        switch (method, params["type"]?.stringValue) {
        case ("Input.dispatchMouseEvent", "mousePressed"):
            buttons[params["button"]?.stringValue ?? ""] = Button(session: session, params: params)
        case ("Input.dispatchMouseEvent", "mouseReleased"): buttons[params["button"]?.stringValue ?? ""] = nil
        case ("Input.dispatchMouseEvent", "mouseMoved"):
            for name in buttons.keys {
                buttons[name]?.params["x"] = params["x"]
                buttons[name]?.params["y"] = params["y"]
            }
        case ("Input.dispatchKeyEvent", "keyUp"): keys[Self.key(params)] = nil
        case ("Input.dispatchKeyEvent", _): keys[Self.key(params)] = (session, params)
        case ("Input.dispatchTouchEvent", let type?): touch(type, params["touchPoints"]?.arrayValue ?? [], session)
        default: break
        }
    }

    private mutating func touch(_ type: String, _ points: [JSON], _ session: String) {
        let isOver = type == "touchEnd" || type == "touchCancel"
        if isOver, points.isEmpty { fingers = [:] }
        for point in points {
            guard let id = point["id"]?.integerValue else { continue }
            if isOver { fingers.removeValue(forKey: id) } else { fingers[id] = point }
        }
        touched = fingers.isEmpty ? nil : session
    }

    private static func key(_ params: JSONObject) -> String {
        let code = params["code"]?.stringValue ?? ""
        return code.isEmpty ? params["key"]?.stringValue ?? "" : code
    }

    /// The commands that let all of it go. What is dragged goes back to where it was (CDP `Input.cancelDragging`).
    mutating func takeReleases() -> [(method: String, params: JSONObject, session: String)] {
        var releases: [(method: String, params: JSONObject, session: String)] = []
        for button in buttons.values {
            var params = button.params
            params["type"] = "mouseReleased"
            params["buttons"] = 0
            releases.append(("Input.cancelDragging", [:], button.session))
            releases.append(("Input.dispatchMouseEvent", params, button.session))
        }
        for key in keys.values {
            var params = key.params
            params["type"] = "keyUp"
            params["modifiers"] = 0
            for name in ["text", "unmodifiedText", "autoRepeat", "commands"] { params[name] = nil }
            releases.append(("Input.dispatchKeyEvent", params, key.session))
        }
        if let touched {
            let params: JSONObject = ["type": "touchCancel", "touchPoints": []]
            releases.append(("Input.dispatchTouchEvent", params, touched))
        }
        self = HeldInput()
        return releases
    }
}
