import Activity
import JSON
import Model
import Testing

/// Inputs that no page tells of, or tells late.
@Suite struct UnnamedInputTests {
    private let press: JSON = ["type": "mousePressed", "x": 5, "y": 6]
    private let release: JSON = ["type": "mouseReleased", "x": 5, "y": 6]
    private let unnamed = "Clicked somewhere on the page"
    private let named = #"Clicked the "Sign in" button"#

    private func aged(_ milliseconds: Int64) -> JSONObject {
        var fields = button
        fields["count"] = 1
        fields["age"] = .integer(milliseconds)
        return fields
    }

    @Test func `a press without a name costs the next one nothing`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", press)
        story.wait(3000)
        story.press(button)
        story.wait(3000)
        #expect(story.messages == [unnamed, named])
    }

    @Test func `a press without a name stands where it was done, before what came after it`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", press)
        story.wait(400)
        story.press(button)
        story.wait(200)
        #expect(story.messages.isEmpty)
        story.wait(200)
        #expect(story.messages == [unnamed, named])
    }

    @Test func `a press is given up when its page has told of a later one`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", press)
        story.wait(300)
        for _ in 0..<8 {
            story.press(button)
            story.wait(200)
        }
        #expect(story.messages.first == unnamed && story.messages.count > 5, "\(story.messages)")
    }

    @Test func `of a flood that the browser takes late, every press is told once`() {
        var story = Story()
        for _ in 0..<600 {
            story.command("Input.dispatchMouseEvent", press)
            story.command("Input.dispatchMouseEvent", release)
            story.wait(1)
        }
        for _ in 0..<600 {
            story.report("down", aged(1))
            story.wait(2)
        }
        story.wait(3000)
        let told = story.rows.reduce(0) { $0 + ($1.draft.data["count"]?.integerValue ?? 1) }
        #expect(told == 600 && !story.messages.contains { $0.contains("somewhere") })
    }

    @Test func `a press that its page tells when it was told already is not told again`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", press)
        story.wait(2000)
        story.report("down", aged(1990))
        story.report("up", aged(1980))
        story.wait(3000)
        #expect(story.messages == [unnamed])
    }

    @Test func `of a page that wakes up, each press has its own name`() {
        var story = Story()
        story.command("Input.dispatchMouseEvent", press)
        story.wait(2000)
        story.command("Input.dispatchMouseEvent", press)
        story.command("Input.dispatchMouseEvent", release)
        var other = aged(2000)
        other["name"] = "Other"
        story.report("down", other)
        story.report("down", aged(0))
        story.wait(3000)
        #expect(story.messages == [unnamed, named])
    }

    @Test func `a clock that is set back holds nothing up`() {
        var story = Story()
        story.press(button)
        story.wait(10)
        story.setBack(600_000)
        story.press(button)
        story.command("Input.dispatchMouseEvent", press)
        story.wait(1600)
        #expect(story.messages == [named, named, unnamed])
    }

    @Test func `a text without a name costs the next one nothing`() {
        var story = Story()
        story.command("Input.insertText", ["text": "a"])
        story.wait(3000)
        story.command("Input.insertText", ["text": "b"])
        var typed = field
        typed["text"] = "b"
        typed["trusted"] = true
        story.report("input", typed)
        story.wait(3000)
        #expect(story.messages == ["Typed a hidden text on the page", #"Typed "b" into the "Email" field"#])
    }

    @Test func `a page that an agent writes is a step, one that writes itself is none`() {
        var story = Story()
        story.report("written", ["title": "By itself"])
        story.command("Runtime.callFunctionOn", ["functionDeclaration": "h => { document.open(); document.write(h) }"])
        story.report("written", ["title": "Made"])
        story.report("written", ["title": "Once more by itself"])
        story.wait(100)
        #expect(story.messages == [#"Wrote the page "Made" by script"#])
        #expect(story.rows.first?.draft.data["actor"] == "agent")
    }
}
