import Activity
import JSON
import Model
import Testing

@Suite struct InputTests {
    @Test func `a click names its element and says who clicked`() throws {
        var story = Story()
        story.press(button)
        story.wait(100)
        let row = try #require(story.rows.first)
        #expect(row.draft.message == #"Clicked the "Sign in" button"#)
        #expect(row.draft.data["actor"] == "agent" && row.draft.data["client"] == 1)
        #expect(story.rows.count == 1)
    }

    @Test func `a report that comes before its command is one step of the agent`() {
        var story = Story()
        story.report("down", button)
        story.report("up", button)
        story.wait(30)
        story.command("Input.dispatchMouseEvent", ["type": "mousePressed", "x": 1, "y": 1])
        story.wait(2000)
        #expect(story.messages == [#"Clicked the "Sign in" button"#])
        #expect(story.rows.first?.draft.data["actor"] == "agent")
    }

    @Test func `what a page tells late stands before what the agent sent meanwhile`() {
        var story = Story()
        story.command("Input.insertText", ["text": "ada"])
        let typed = story.now
        story.wait(50)
        story.command("Page.captureScreenshot")
        var fields = field
        fields["text"] = "ada"
        fields["trusted"] = true
        fields["t"] = .integer(typed.milliseconds + 1)
        story.report("input", fields)
        story.wait(2500)
        #expect(
            story.messages.first?.hasPrefix(#"Typed "ada""#) == true && story.messages.count == 2,
            "\(story.messages)"
        )
    }

    @Test func `a press that no page reports still is a step`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", ["type": "mousePressed", "x": 5, "y": 6])
        story.wait(1400)
        #expect(story.rows.isEmpty)
        story.wait(200)
        #expect(story.messages == ["Clicked somewhere on the page"])
    }

    @Test func `a second press in time makes a double click`() {
        var story = Story()
        story.press(button)
        var again = button
        again["count"] = 2
        story.command("Input.dispatchMouseEvent", ["type": "mousePressed", "clickCount": 2])
        story.report("down", again)
        story.wait(500)
        #expect(story.messages == [#"Double-clicked the "Sign in" button"#])
    }

    @Test func `typing is one row, with the text of its end`() throws {
        var story = Story()
        for (place, text) in ["a", "d", "a"].enumerated() {
            story.type(text, at: place)
            story.wait(100)
        }
        story.wait(2000)
        #expect(story.messages == [#"Typed "ada" into the "Email" field in 0.20 s"#])
    }

    @Test func `what else happens ends the typing`() {
        var story = Story()
        var fields = field
        fields["text"] = "ada"
        fields["trusted"] = true
        story.command("Input.insertText", ["text": "ada"])
        story.report("input", fields)
        story.press(button)
        story.wait(100)
        #expect(story.messages == [#"Typed "ada" into the "Email" field"#, #"Clicked the "Sign in" button"#])
    }

    @Test func `a press on the field and a key end what was typed into it`() {
        var story = Story()
        func type(_ text: String) {
            var fields = field
            fields["text"] = .string(text)
            fields["trusted"] = true
            story.command("Input.insertText", ["text": .string(text)])
            story.report("input", fields)
        }
        type("lamp")
        story.press(field)
        type("shade")
        story.report("key", ["e": 2, "role": "textbox", "name": "Email", "tag": "input", "key": "Control+A"])
        type("oil")
        story.wait(3000)
        #expect(
            story.messages == [
                #"Typed "lamp" into the "Email" field"#, #"Clicked the "Email" field"#,
                #"Typed "shade" into the "Email" field"#, #"Pressed Control+A in the "Email" field"#,
                #"Typed "oil" into the "Email" field"#,
            ]
        )
    }

    @Test func `a hidden text is never shown`() throws {
        var story = Story()
        story.command("Input.insertText", ["text": "hunter2"])
        story.report(
            "input",
            ["e": 3, "role": "textbox", "name": "Password", "tag": "input", "trusted": true, "secret": true]
        )
        story.command("Input.insertText", ["text": "hunter3"])
        story.wait(3000)
        story.end()
        for row in story.rows {
            #expect(!"\(row.draft)".contains("hunter"))
        }
        #expect(story.messages.first == #"Typed a hidden text into the "Password" field"#)
    }

    @Test(arguments: [["4", "9", "2"], ["1", "1"], ["h", "Enter", "u", "u"]])
    func `of characters that go into no field only one that stands alone is named`(keys: [String]) {
        var story = Story()
        for (number, key) in keys.enumerated() {
            let isPlain = key.count == 1
            if isPlain { story.command("Input.dispatchKeyEvent", ["type": "keyDown", "text": .string(key)]) }
            // Each goes to another part of the page.
            let fields: JSONObject = ["e": .integer(Int64(number)), "tag": "canvas", "role": "canvas", "name": ""]
            story.report("key", fields.adding(["key": .string(key), "plain": .bool(isPlain)]))
            story.wait(300)
        }
        story.wait(2000)
        let named = story.rows.compactMap { $0.draft.data["key"]?.stringValue }
        #expect(named == (keys.contains("Enter") ? ["h", "Enter"] : []))
        #expect(story.messages.last == "Pressed keys \(keys.contains("Enter") ? 2 : keys.count) times")
    }

    @Test func `a key that stands alone is named, and so are keys that write nothing`() {
        var story = Story()
        let body: JSONObject = ["e": 1, "tag": "body", "plain": true, "key": "j"]
        story.report("key", body)
        story.wait(2000)
        for _ in 0..<2 { story.report("key", body.adding(["plain": false, "key": "Enter"])) }
        story.wait(2000)
        #expect(story.messages == ["Pressed j", "Pressed Enter 2 times"])
        #expect(story.rows.map { $0.draft.data["key"] } == ["j", "Enter"])
    }

    @Test(arguments: ["Enter", "Tab", "Escape", "Control+X"])
    func `a key that writes nothing is the agent's, however long it has thought before`(key: String) {
        var story = Story()
        story.press(field)
        story.wait(5000)
        let text: JSON = key == "Enter" ? "\r" : ""
        story.command("Input.dispatchKeyEvent", ["type": text == "" ? "rawKeyDown" : "keyDown", "text": text])
        story.report("key", field.adding(["key": .string(key)]))
        story.report("submit", ["e": 4, "role": "form", "name": "Search", "tag": "form"])
        story.wait(2000)
        #expect(story.messages.dropFirst() == [#"Pressed \#(key) in the "Email" field"#, #"Sent the "Search" form"#])
        #expect(story.rows.map { $0.draft.data["actor"] } == ["agent", "agent", "page"])
        #expect(story.rows.allSatisfy { $0.draft.view == .normal })
    }

    @Test func `a key that a page tells of before its command is known is a person's`() {
        var story = Story()
        story.report("key", field.adding(["key": "Escape"]))
        story.command("Input.dispatchKeyEvent", ["type": "rawKeyDown", "key": "Escape"], by: .person(viewer: 1))
        story.wait(2000)
        #expect(story.messages == [#"A person pressed Escape in the "Email" field"#])
    }

    @Test func `a text that is composed for long is the person's`() {
        var story = Story()
        story.wait(5000)
        story.command("Input.imeSetComposition", ["text": "に"], by: .person(viewer: 1))
        story.report("input", field.adding(["text": "に", "trusted": true]))
        story.wait(2000)
        #expect(story.messages == [#"A person typed "に" into the "Email" field"#])
    }

    @Test func `a thousand presses a second are few rows`() {
        var story = Story()
        for _ in 0..<1000 {
            story.press(button)
            story.wait(1)
        }
        story.wait(2000)
        let clicks = story.rows.reduce(0) { $0 + Int($1.draft.data["count"]?.integerValue ?? 1) }
        #expect(clicks == 1000)
        #expect(story.rows.count < 40)
    }

    @Test func `clients are told apart`() {
        var story = Story()
        story.command("Page.captureScreenshot", client: 11)
        story.command("Page.captureScreenshot", client: 12)
        story.wait(10)
        #expect(story.rows.map { $0.draft.data["client"] } == [1, 2])
    }

    @Test func `what the page does by itself is for the debug view`() {
        var story = Story()
        story.report("click", button)
        story.wait(500)
        #expect(story.rows.map(\.draft.view) == [.debug])
    }
}
