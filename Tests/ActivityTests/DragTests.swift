import Activity
import JSON
import Model
import Testing

/// What becomes of a press, however long the button or the finger is down.
@Suite struct DragTests {
    private let card: JSONObject = ["e": 5, "name": "Card", "tag": "div"]
    private let column: JSONObject = ["e": 6, "name": "Column", "tag": "div"]

    private func down(_ story: inout Story, by doer: Doer = .agent(client: 7)) {
        story.command("Input.dispatchMouseEvent", ["type": "mousePressed", "x": 5, "y": 6], by: doer)
        story.report("down", card.adding(["count": 1]))
    }

    private func release(_ story: inout Story, by doer: Doer = .agent(client: 7)) {
        story.command("Input.dispatchMouseEvent", ["type": "mouseReleased", "x": 50, "y": 60], by: doer)
    }

    @Test(arguments: [100, 1000, 10_000])
    func `a drag is one row, however long it takes`(pause: Int64) {
        var story = Story()
        down(&story)
        story.wait(pause)
        release(&story)
        story.wait(200)
        story.report("drop", column.adding(["from": .object(card)]))
        story.report("dragEnd", ["lost": false])
        story.wait(2000)
        #expect(story.messages == [#"Dragged "Card" onto "Column""#])
    }

    @Test func `what a pointer carries for long is dragged`() {
        var story = Story()
        down(&story, by: .person(viewer: 1))
        story.wait(5000)
        release(&story, by: .person(viewer: 1))
        story.report("up", column.adding(["moved": 200]))
        story.wait(2000)
        #expect(story.messages == [#"A person dragged "Card" onto "Column""#])
    }

    @Test func `what a long press sets off comes of it`() {
        var story = Story()
        down(&story)
        story.wait(5000)
        release(&story)
        story.report("up", card)
        story.event(.navigation, .started, ["mainFrame": true, "url": "http://shop/next"])
        story.wait(3000)
        #expect(story.messages.first == #"Clicked "Card""#)
        story.end()
        #expect(story.rows.first { $0.draft.type == "browser.navigate" }?.draft.parent == story.rows.first?.id)
    }

    @Test func `a drag that is given up is no click`() {
        var story = Story()
        down(&story)
        story.wait(1000)
        story.report("dragEnd", ["lost": true])
        story.wait(1000)
        release(&story)
        story.report("up", column.adding(["moved": 200]))
        story.wait(2000)
        #expect(story.messages == [#"Dragged "Card", but dropped it nowhere"#])
    }

    @Test func `a press whose end no page tells is told soon after it`() {
        var story = Story()
        down(&story)
        story.wait(5000)
        #expect(story.messages.isEmpty)
        release(&story)
        story.wait(500)
        #expect(story.messages == [#"Clicked "Card""#])
    }

    @Test func `a press that is never let go ends with the next one`() {
        var story = Story()
        down(&story)
        story.wait(5000)
        down(&story)
        story.wait(500)
        #expect(story.messages == [#"Clicked "Card""#])
    }

    @Test func `a touch that is taken back is none`() {
        var story = Story()
        let person = Doer.person(viewer: 1)
        story.command(
            "Input.dispatchTouchEvent",
            ["type": "touchStart", "touchPoints": [["x": 1, "y": 2]]],
            by: person
        )
        story.report("down", button.adding(["touch": true]))
        story.wait(600)
        story.command("Input.dispatchTouchEvent", ["type": "touchCancel", "touchPoints": []], by: person)
        story.report("swipe")
        story.command("Input.dispatchMouseEvent", ["type": "mousePressed", "button": "right"], by: person)
        story.report("down", button.adding(["button": 2]))
        release(&story, by: person)
        story.report("up", button)
        story.wait(2000)
        #expect(story.messages == [#"A person right-clicked the "Sign in" button"#])
    }

    @Test func `a finger that rests taps all the same`() {
        var story = Story()
        story.command("Input.dispatchTouchEvent", ["type": "touchStart", "touchPoints": [["x": 1, "y": 2]]])
        story.report("down", button.adding(["touch": true]))
        story.wait(1000)
        story.command("Input.dispatchTouchEvent", ["type": "touchEnd", "touchPoints": []])
        story.report("up", button)
        story.wait(2000)
        #expect(story.messages == [#"Tapped the "Sign in" button"#])
    }
}
