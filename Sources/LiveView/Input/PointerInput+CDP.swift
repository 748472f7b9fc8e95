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
    /// The parameters of CDP `Input.dispatchTouchEvent`.
    func params(_ map: PictureMap) -> JSONObject {
        let type =
            switch action {
            case .start: "touchStart"
            case .move: "touchMove"
            // A finger that leaves while others stay is a start with those that stay (CDP: the points are those that touch now).
            case .end: points.isEmpty ? "touchEnd" : "touchMove"
            case .cancel: "touchCancel"
            }
        let touching = action == .cancel ? [] : points
        return [
            "type": .string(type),
            "modifiers": .integer(Int64(modifiers)),
            "touchPoints": .array(
                touching.map { touch in
                    let place = map.place(touch.point)
                    return [
                        "x": .number(place.x), "y": .number(place.y), "id": .integer(Int64(touch.id)),
                        "radiusX": .number(touch.radiusX), "radiusY": .number(touch.radiusY),
                        "force": .number(touch.force),
                    ]
                }
            ),
        ]
    }
}
