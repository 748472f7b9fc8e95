import Activity
import JSON
import Model
import Testing

/// Screenshots and PDFs whose rows wait for their files.
@Suite struct CaptureTests {
    private func story(_ outcome: CaptureOutcome?) -> Story {
        var story = Story()
        story.command("Page.captureScreenshot")
        story.awaitCapture("1:S:7")
        story.wait(300)
        if let outcome { story.captured("1:S:7", outcome) }
        story.wait(10)
        return story
    }

    @Test func `a row waits for its file and names it`() throws {
        #expect(story(nil).rows.isEmpty)
        let row = try #require(story(.kept(file: "F")).rows.first)
        #expect(row.draft.fileID == "F" && row.draft.view == .normal && row.draft.type == "browser.screenshot")
        #expect(row.draft.time.milliseconds == 1_000_000)
    }

    @Test func `a picture that is the same as before is a detail with the earlier file`() throws {
        let row = try #require(story(.same(file: "F")).rows.first)
        #expect(row.draft.fileID == "F" && row.draft.view == .debug && row.draft.data["sameAsBefore"] == true)
    }

    @Test func `a picture that is not kept says why`() throws {
        let row = try #require(story(.notKept(reason: "it is too long")).rows.first)
        #expect(row.draft.fileID == nil && row.draft.data["fileNotKept"] == "it is too long")
    }

    @Test func `a picture that the browser did not make has failed`() throws {
        let row = try #require(story(.refused).rows.first)
        #expect(row.draft.status == "failed" && row.draft.message.hasSuffix("which failed"))
    }

    @Test func `without any word the row comes after ten seconds, and rows after it wait for two`() {
        var story = story(nil)
        story.command("Page.bringToFront")
        story.wait(1500)
        #expect(story.rows.isEmpty)
        story.wait(1000)
        #expect(story.rows.map(\.draft.type) == ["browser.tab_switched"])
        story.wait(8000)
        #expect(story.rows.map(\.draft.type) == ["browser.tab_switched", "browser.screenshot"])
    }

    @Test func `a picture becomes a file though its page is gone`() {
        var story = story(nil)
        story.close(story.page)
        story.wait(500)
        story.captured("1:S:7", .kept(file: "F"))
        story.wait(10)
        #expect(story.rows.filter { $0.draft.type == "browser.screenshot" }.map(\.draft.fileID) == ["F"])
    }

    @Test func `several that wait are told apart`() {
        var story = Story()
        for key in ["1", "2"] {
            story.command("Page.captureScreenshot")
            story.awaitCapture(key)
        }
        story.captured("2", .kept(file: "second"))
        story.captured("1", .kept(file: "first"))
        story.wait(10)
        #expect(story.rows.map(\.draft.fileID) == ["first", "second"])
    }
}
