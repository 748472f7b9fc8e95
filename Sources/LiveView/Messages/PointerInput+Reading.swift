import JSON

extension PicturePoint {
    init(_ fields: MessageReader, frame: Int64? = nil) throws(Refusal) {
        x = try fields.number("x")
        y = try fields.number("y")
        self.frame = if let frame { frame } else { try fields.frame }
    }
}

extension MessageReader {
    fileprivate var frame: Int64? {
        get throws(Refusal) { try optionalInteger("frame", in: 0...(1 << 53)).map(Int64.init) }
    }

    var modifiers: Int { get throws(Refusal) { try optionalInteger("modifiers", in: 0...15) ?? 0 } }
}

extension MouseInput {
    init(_ fields: MessageReader) throws(Refusal) {
        action = try fields.choice("action")
        point = try PicturePoint(fields)
        button = try fields.choice("button", or: Button.none)
        buttons = try fields.optionalInteger("buttons", in: 0...31) ?? 0
        clickCount = try fields.optionalInteger("clickCount", in: 0...3) ?? (action == .move ? 0 : 1)
        modifiers = try fields.modifiers
        guard action == .move || button != .none else {
            throw Refusal(.invalid, "`button` is required for down and up.")
        }
    }
}

extension WheelInput {
    init(_ fields: MessageReader) throws(Refusal) {
        point = try PicturePoint(fields)
        deltaX = try fields.number("deltaX", or: 0)
        deltaY = try fields.number("deltaY", or: 0)
        modifiers = try fields.modifiers
    }
}

extension TouchInput {
    init(_ fields: MessageReader) throws(Refusal) {
        action = try fields.choice("action")
        modifiers = try fields.modifiers
        let frame = try fields.frame
        guard let values = fields.json["points"]?.arrayValue, values.count <= 16 else {
            throw Refusal(.invalid, "`points` must be a list of at most 16 points.")
        }
        var points: [Point] = []
        for value in values { points.append(try Point(MessageReader(value), frame: frame)) }
        self.points = points
    }
}

extension TouchInput.Point {
    init(_ fields: MessageReader, frame: Int64?) throws(Refusal) {
        id = try fields.optionalInteger("id", in: 0...(1 << 31)) ?? 0
        point = try PicturePoint(fields, frame: frame)
        radiusX = try fields.number("radiusX", or: 1)
        radiusY = try fields.number("radiusY", or: 1)
        force = try fields.number("force", or: 1)
    }
}

extension KeyInput {
    init(_ fields: MessageReader) throws(Refusal) {
        action = try fields.choice("action")
        key = try fields.text("key", most: 64)
        code = try fields.optionalText("code", most: 64) ?? ""
        location = try fields.optionalInteger("location", in: 0...3) ?? 0
        isRepeat = try fields.optionalBool("repeat") ?? false
        modifiers = try fields.modifiers
        altGraph = try fields.optionalBool("altGraph") ?? false
    }
}
