import Activity
import JSON
import Model
import Testing

@Suite struct TabTests {
    @Test func `the tab that is in front is not switched to`() {
        var story = Story()
        story.open("FIRST")
        story.command("Target.activateTarget", ["targetId": "FIRST"])
        story.open("SECOND")
        story.command("Target.activateTarget", ["targetId": "SECOND"])
        story.wait(100)
        #expect(story.messages == ["A new tab opened"])
        story.command("Target.activateTarget", ["targetId": "FIRST"])
        story.wait(100)
        #expect(story.rows.last?.draft.type == "browser.tab_switched")
    }

    @Test func `the tab around a page stands for it`() {
        var story = Story()
        story.open("FIRST")
        story.command("Target.activateTarget", ["targetId": "TAB-OF-FIRST"])
        story.open("SECOND")
        story.command("Target.activateTarget", ["targetId": "TAB-OF-SECOND"])
        story.wait(100)
        #expect(story.rows.map(\.draft.type) == ["browser.tab_opened"])
        story.command("Target.activateTarget", ["targetId": "TAB-OF-FIRST"])
        story.wait(100)
        #expect(story.rows.last?.draft.data["pageId"] == "FIRST")
    }

    @Test func `tabs that are opened and closed at once are all the agent's`() {
        var story = Story()
        story.open("FIRST")
        for _ in 0..<2 { story.command("Target.createTarget", ["url": "about:blank"]) }
        for page in ["A", "B"] { story.open(page) }
        story.wait(100)
        for page in ["A", "B"] { story.command("Target.closeTarget", ["targetId": .string(page)]) }
        for page in ["A", "B"] { story.close(page) }
        story.wait(1000)
        #expect(story.messages == ["Opened a new tab", "Opened a new tab", "Closed a tab", "Closed a tab"])
        #expect(story.rows.allSatisfy { $0.draft.data["actor"] == "agent" })
    }

    @Test func `contexts that are thrown away at once are all the agent's`() {
        var story = Story()
        story.open("FIRST")
        for name in ["A", "B"] { story.open(name, in: name) }
        story.wait(3000)
        for name in ["A", "B"] { story.command("Target.disposeBrowserContext", ["browserContextId": .string(name)]) }
        for name in ["A", "B"] { story.close(name) }
        story.wait(1000)
        #expect(story.messages.suffix(2) == ["Closed a tab", "Closed a tab"])
    }

    @Test func `a tab that is closed before it is known is not taken for the one that is there`() {
        var story = Story()
        story.open("FIRST")
        story.command("Target.createTarget", ["url": "about:blank"])
        story.command("Target.closeTarget", ["targetId": "NEW"])
        story.open("NEW")
        story.close("NEW")
        story.wait(1000)
        story.close("FIRST")
        story.wait(1000)
        #expect(story.messages == ["Opened a new tab", "Closed a tab", "A tab closed"])
    }

    @Test func `a tab that closes itself is not taken for another that an agent closes`() {
        var story = Story()
        for name in ["FIRST", "A", "B"] { story.open(name) }
        story.wait(3000)
        story.command("Target.closeTarget", ["targetId": "A"])
        story.close("B")
        story.close("A")
        story.wait(1000)
        #expect(story.messages.suffix(2) == ["A tab closed", "Closed a tab"])
    }

    @Test func `tabs of a context that an agent throws away were closed by it, those of others were not`() {
        var story = Story()
        story.open("FIRST", in: "A")
        for page in ["SECOND", "THIRD"] { story.open(page, in: "B") }
        story.wait(3000)
        story.command("Target.disposeBrowserContext", ["browserContextId": "B"])
        for page in ["SECOND", "THIRD", "FIRST"] { story.close(page) }
        story.wait(1000)
        let closed = story.rows.filter { $0.draft.type == "browser.tab_closed" }
        #expect(closed.map { $0.draft.data["actor"] } == ["agent", "agent", "page"])
        #expect(closed.map(\.draft.message) == ["Closed a tab", "Closed a tab", "A tab closed"])
    }
}
