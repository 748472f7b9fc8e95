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
