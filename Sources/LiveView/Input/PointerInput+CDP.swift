import JSON

extension MouseInput {
    /// The parameters of CDP `Input.dispatchMouseEvent`.
    func params(_ map: PictureMap) -> JSONObject {
        let place = map.place(point)
        return [
            "type": action == .move ? "mouseMoved" : action == .down ? "mousePressed" : "mouseReleased",
            "x": .number(place.x),
            "y": .number(place.y),
            "button": .string(effectiveButton.rawValue),
            "buttons": .integer(Int64(buttons)),
            "clickCount": .integer(Int64(clickCount)),
            "modifiers": .integer(Int64(modifiers)),
            "pointerType": "mouse",
        ]
    }

    /// While a button is down, Chromium takes a move for a drag only if it is told which.
    private var effectiveButton: Button {
        guard action == .move, button == .none else { return button }
        if buttons & 1 != 0 { return .left }
        if buttons & 2 != 0 { return .right }
        return buttons & 4 != 0 ? .middle : .none
    }
}

extension WheelInput {
    func params(_ map: PictureMap) -> JSONObject {
        let place = map.place(point)
        return [
            "type": "mouseWheel",
            "x": .number(place.x),
            "y": .number(place.y),
            "deltaX": .number(deltaX),
            "deltaY": .number(deltaY),
            "modifiers": .integer(Int64(modifiers)),
            "pointerType": "mouse",
        ]
    }
}

extension TouchInput {
    /// The parameters of CDP `Input.dispatchTouchEvent`; nil when no finger has come, moved or gone.
    /// - Parameter held: the fingers that touch so far. An end names those that leave while others stay, and nobody when all leave.
    func params(_ map: PictureMap, held: [Int64: JSON]) -> JSONObject? {
        var touching = action == .cancel ? [] : points.map { $0.json(map) }
        if action == .end, !points.isEmpty {
            let staying = Set(points.map { Int64($0.id) })
            touching = held.filter { !staying.contains($0.key) }.map(\.value)
            if touching.isEmpty { return nil }
        }
        return ["type": .string(type), "modifiers": .integer(Int64(modifiers)), "touchPoints": .array(touching)]
    }

    private var type: String {
        switch action {
        case .start: "touchStart"
        case .move: "touchMove"
        case .end: "touchEnd"
        case .cancel: "touchCancel"
        }
    }
}

extension TouchInput.Point {
    fileprivate func json(_ map: PictureMap) -> JSON {
        let place = map.place(point)
        return [
            "x": .number(place.x), "y": .number(place.y), "id": .integer(Int64(id)),
            "radiusX": .number(radiusX), "radiusY": .number(radiusY), "force": .number(force),
        ]
    }
}
