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
}
