import JSON
import Model
import Testing

@testable import LiveView

@Suite struct InputTests {
    private func key(_ key: String, _ code: String, modifiers: Int = 0, altGraph: Bool = false) -> JSONObject? {
        KeyInput(
            action: .down,
            key: key,
            code: code,
            location: 0,
            isRepeat: false,
            modifiers: modifiers,
            altGraph: altGraph
        )
        .params()
    }

    @Test(arguments: [
        ("a", "KeyA", 65), ("A", "KeyA", 65), ("a", "KeyQ", 65), ("ф", "KeyA", 65), ("1", "Digit1", 49),
        ("&", "Digit1", 49),
        ("Enter", "Enter", 13), ("Enter", "NumpadEnter", 13), ("F5", "F5", 116), ("ArrowLeft", "ArrowLeft", 37),
        (";", "Semicolon", 186), ("7", "Numpad7", 103), ("é", "", 0),
    ])
    func `key codes follow the layout for Latin letters and the place for others`(
        _ key: String,
        _ code: String,
        _ number: Int
    ) {
        #expect(KeyCodes.virtualKey(key: key, code: code) == number)
    }

    @Test func `a key types its character, Enter a return, and shortcuts nothing`() {
        #expect(key("ж", "Semicolon")?["text"] == "ж")
        #expect(key("Enter", "Enter")?["text"] == "\r")
        #expect(key("a", "KeyA", modifiers: Modifier.control)?["text"] == nil)
        #expect(key("a", "KeyA", modifiers: Modifier.control)?["type"] == "rawKeyDown")
        #expect(key("Tab", "Tab")?["text"] == nil)
    }

    @Test func `what AltGr makes is a character and no shortcut`() {
        let params = key("@", "KeyQ", modifiers: Modifier.control | Modifier.alt, altGraph: true)
        #expect(params?["text"] == "@")
        #expect(params?["modifiers"] == 0)
    }

    @Test(arguments: ["Dead", "Process", "Unidentified"])
    func `keys that are none by themselves are not sent`(_ name: String) {
        #expect(key(name, "KeyA") == nil)
    }

    @Test func `a place on a picture becomes a place on the page`() {
        let geometry = FrameGeometry(deviceWidth: 1280, deviceHeight: 720, pageScaleFactor: 2, offsetTop: 20)
        let map = PictureMap(width: 640, height: 360, geometry: geometry)
        let place = map.place(PicturePoint(x: 100, y: 50, frame: nil))
        #expect(place.x == 100)
        #expect(place.y == 40)
    }

    @Test func `a drag that leaves the picture stays beside the page`() {
        let map = PictureMap(width: 100, height: 100, geometry: FrameGeometry(deviceWidth: 100, deviceHeight: 100))
        let place = map.place(PicturePoint(x: -500, y: 9000, frame: nil))
        #expect(place.x == -1)
        #expect(place.y == 101)
    }

    @Test func `moves that wait become one, with the last place and the sum of the wheel`() {
        var queue = MoveQueue()
        let move = { (x: Int) in MoveQueue.Move(params: ["type": "mouseMoved", "x": .integer(Int64(x))], session: "s") }
        let turn = { (y: Int) in
            MoveQueue.Move(params: ["type": "mouseWheel", "deltaY": .integer(Int64(y))], session: "s")
        }
        let sent = [move(1), move(2), move(3), turn(10), turn(5)].map { queue.add($0) }
        #expect(sent == [move(1), nil, nil, nil, nil])
        let next = [queue.ended(), queue.ended(), queue.ended()]
        #expect(next[0] == move(3))
        #expect(next[1]?.params["deltaY"]?.doubleValue == 15)
        #expect(next[2] == nil)
        #expect(!queue.isUnderWay)
    }

    @Test func `a page that hangs has one move and one turn of the wheel before it, however many come`() {
        var queue = MoveQueue()
        for index in 0..<100_000 {
            let type: JSON = index.isMultiple(of: 2) ? "mouseMoved" : "mouseWheel"
            _ = queue.add(MoveQueue.Move(params: ["type": type, "deltaX": 0, "deltaY": 1], session: "s"))
        }
        let waiting = queue.takeWaiting()
        #expect(waiting.count == 2)
        #expect(waiting.first { $0.isWheel }?.params["deltaY"]?.doubleValue == 50_000)
    }

    @Test func `no more keys and fingers are down than may be`() {
        var held = HeldInput()
        let key = { (code: Int) -> JSONObject in ["type": "rawKeyDown", "code": .string("K\(code)"), "key": "x"] }
        let finger = { (id: Int) -> JSONObject in
            ["type": "touchMove", "touchPoints": [["id": .integer(Int64(id)), "x": 1, "y": 1]]]
        }
        for code in 0..<HeldInput.keyLimit { held.sent("Input.dispatchKeyEvent", key(code), session: "s") }
        for id in 0..<HeldInput.fingerLimit { held.sent("Input.dispatchTouchEvent", finger(id), session: "s") }
        #expect(held.mayTake("Input.dispatchKeyEvent", key(0)) && held.mayTake("Input.dispatchTouchEvent", finger(0)))
        #expect(!held.mayTake("Input.dispatchKeyEvent", key(HeldInput.keyLimit)))
        #expect(!held.mayTake("Input.dispatchTouchEvent", finger(HeldInput.fingerLimit)))
        held.sent("Input.dispatchKeyEvent", ["type": "keyUp", "code": "K1", "key": "x"], session: "s")
        #expect(held.mayTake("Input.dispatchKeyEvent", key(HeldInput.keyLimit)))
    }

    @Test func `what is held down is let go, once`() {
        var held = HeldInput()
        held.sent("Input.dispatchMouseEvent", ["type": "mousePressed", "button": "left", "x": 1, "y": 1], session: "s")
        held.sent("Input.dispatchMouseEvent", ["type": "mouseMoved", "button": "left", "x": 5, "y": 6], session: "s")
        held.sent("Input.dispatchKeyEvent", ["type": "rawKeyDown", "code": "ShiftLeft", "key": "Shift"], session: "s")
        held.sent("Input.dispatchKeyEvent", ["type": "keyDown", "code": "KeyA", "key": "a"], session: "s")
        held.sent("Input.dispatchKeyEvent", ["type": "keyUp", "code": "KeyA", "key": "a"], session: "s")
        let releases = held.takeReleases()
        let methods = ["Input.cancelDragging", "Input.dispatchMouseEvent", "Input.dispatchKeyEvent"]
        #expect(releases.map(\.method) == methods)
        let mouse = releases.first { $0.method == "Input.dispatchMouseEvent" }?.params
        #expect(mouse?["type"] == "mouseReleased")
        #expect(mouse?["x"] == 5)
        #expect(releases.first { $0.method == "Input.dispatchKeyEvent" }?.params["key"] == "Shift")
        let more = held.takeReleases()
        #expect(more.isEmpty)
    }

    @Test func `file names lose their folders and what no name may have`() {
        #expect(UploadFolder.clean("../../etc/passwd") == "passwd")
        #expect(UploadFolder.clean(#"C:\me\photo.png"#) == "photo.png")
        #expect(UploadFolder.clean("a\u{0}b") == "ab")
        #expect(UploadFolder.clean("..") == nil)
        #expect(UploadFolder.clean("") == nil)
        #expect(UploadFolder.clean(String(repeating: "x", count: 256)) == nil)
    }

    private func touch(_ action: TouchInput.Action, _ points: [(id: Int, x: Double)], _ held: HeldInput) -> JSONObject?
    {
        let points = points.map { point in
            TouchInput.Point(
                id: point.id,
                point: PicturePoint(x: point.x, y: 5),
                radiusX: 1,
                radiusY: 1,
                force: 1
            )
        }
        let map = PictureMap(width: 100, height: 100, geometry: FrameGeometry(deviceWidth: 100, deviceHeight: 100))
        return TouchInput(action: action, points: points, modifiers: 0).params(map, held: held.fingers)
    }

    @Test func `a finger that leaves while others stay is named, and the last end names nobody`() throws {
        var held = HeldInput()
        func send(_ action: TouchInput.Action, _ points: [(id: Int, x: Double)]) throws -> [Int64] {
            let params = try #require(touch(action, points, held))
            held.sent("Input.dispatchTouchEvent", params, session: "S")
            return (params["touchPoints"]?.arrayValue ?? []).compactMap { $0["id"]?.integerValue }
        }
        #expect(try send(.start, [(1, 10)]) == [1])
        #expect(try send(.start, [(1, 10), (2, 20)]) == [1, 2])
        #expect(try send(.move, [(1, 10), (2, 30)]) == [1, 2])
        #expect(try send(.end, [(1, 10)]) == [2])
        #expect(touch(.end, [(1, 10)], held) == nil)
        #expect(held.fingers.keys.sorted() == [1])
        #expect(try send(.end, []) == [] && held.fingers.isEmpty)
    }
}
