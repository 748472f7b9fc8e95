import JSON
import Model
import Testing

@testable import Activity

@Suite struct ScrollTests {
    private let wheel: JSON = ["type": "mouseWheel", "x": 10, "y": 20, "deltaX": 0, "deltaY": 300]
    private let down: JSONObject = ["e": 9, "role": "page", "name": "", "tag": "html", "dx": 0, "dy": 300]

    @Test func `a scroll stands where its wheel was turned, before what the agent does next`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", wheel)
        story.wait(20)
        story.press(button)
        story.wait(150)
        story.report("scroll", down)
        story.wait(1500)
        #expect(story.messages.map { $0.prefix(8) } == ["Scrolled", "Clicked "])
        #expect(story.rows.allSatisfy { $0.draft.data["actor"] == "agent" })
    }

    @Test func `a wheel that moves nothing is no step, and holds nothing back for long`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", wheel)
        story.press(button)
        story.wait(1000)
        #expect(story.messages.count == 1 && story.messages[0].hasPrefix("Clicked"))
    }

    @Test func `two turns in one direction are one step`() {
        var story = Story()
        var down = down
        down["wheel"] = true
        for _ in 0..<2 {
            story.command("Input.dispatchMouseEvent", wheel)
            story.wait(100)
            story.report("scroll", down)
        }
        story.wait(1500)
        #expect(story.messages.count == 1)
        #expect(story.rows.first?.draft.data["dy"] == 600)
    }
}
