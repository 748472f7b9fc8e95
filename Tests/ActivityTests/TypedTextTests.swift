import Activity
import JSON
import Model
import Testing

/// What a row says was typed: what came into the field while it was open, and nothing else.
@Suite struct TypedTextTests {
    private func typed(_ text: String) -> String { "Typed \"\(text)\" into the \"Email\" field" }

    private func told(_ story: Story) -> [String] {
        story.messages.map { $0.replacing(/\ in \d+\.\d\d s/, with: "") }
    }

    /// Edits one after the other: a text, its place, how many letters it replaces.
    @Test(arguments: [
        ([("hello", 0, 0), ("", 4, 1), ("", 3, 1), ("p", 3, 0)], "help"),
        ([("cd", 8, 0), ("b", 8, 0), ("a", 8, 0)], "abcd"),
        ([("abcd", 5, 0), ("x", 6, 2)], "axd"),
        ([("ab", 5, 0), ("", 4, 1), ("c", 6, 0)], "abc"),
        ([("ab", 5, 0), ("", 0, 9), ("new", 0, 0)], "new"),
        ([("👍🏽", 0, 0), ("!", 4, 0)], "👍🏽!"),
    ])
    func `edits that touch are one text`(edits: [(String, Int, Int)], text: String) throws {
        var story = Story()
        for (text, place, cut) in edits { story.type(text, at: place, cut: cut) }
        story.wait(2000)
        #expect(told(story) == [typed(text)])
        let data = try #require(story.rows.first?.draft.data)
        #expect(data["text"] == .string(text) && data["length"] == .integer(Int64(text.utf16.count)))
    }

    @Test func `texts at two places are two rows`() {
        var story = Story()
        story.type("abc", at: 10)
        story.type("x", at: 0)
        story.type("y", at: 1)
        story.wait(2000)
        #expect(told(story) == [typed("abc"), typed("xy")])
    }

    @Test func `what is settled is not told again`() {
        var story = Story()
        story.type("abc", at: 0)
        story.command("Page.captureScreenshot")
        story.type("de", at: 3)
        story.wait(1500)
        story.type("f", at: 5)
        story.wait(2000)
        #expect(told(story).filter { $0.hasPrefix("Typed") } == [typed("abc"), typed("de"), typed("f")])
    }

    @Test func `mere deletions are not typing`() {
        var story = Story()
        story.type("", at: 9, cut: 1)
        story.type("", at: 8, cut: 1)
        story.wait(2000)
        #expect(told(story) == [#"Deleted 2 characters in the "Email" field"#])
        #expect(story.rows.first?.draft.data["deleted"] == 2 && story.rows.first?.draft.data["text"] == "")
        story.type("", at: 0, cut: 8, more: ["empty": true])
        story.wait(2000)
        #expect(told(story).last == #"Cleared the "Email" field"#)
        story.type("ab", at: 0)
        story.type("", at: 0, cut: 2, more: ["empty": true])
        story.wait(2000)
        #expect(told(story).last == #"Typed a text into the "Email" field and deleted it again"#)
    }

    @Test func `what the page makes of the text is part of it, and what it puts elsewhere is not`() {
        var story = Story()
        story.type("1234", at: 4)
        story.type("5", at: 9, more: ["moved": ["at": 6, "cut": 0, "text": " ", "length": 1]])
        story.type("6", at: 15, more: ["moved": ["at": 0, "cut": 0, "text": "Tel: ", "length": 5]])
        story.wait(2000)
        #expect(told(story) == [typed("12 3456")])
    }

    @Test func `a text that the page takes away was typed all the same`() {
        var story = Story()
        story.type("one,", at: 0)
        story.type("two", at: 0, more: ["moved": ["at": 0, "cut": 4, "text": "", "length": 0]])
        story.wait(2000)
        #expect(told(story) == [typed("one,"), typed("two")])
    }

    @Test func `a script that says once more that the field has changed adds nothing`() {
        var story = Story()
        story.type("ada", at: 0)
        story.type("ada", at: 0, cut: 3, trusted: false, more: ["same": true])
        story.wait(2000)
        story.type("ada", at: 0, cut: 3, trusted: false, more: ["same": true])
        story.wait(2000)
        #expect(told(story) == [typed("ada")] && story.rows.first?.draft.data["byScript"] == nil)
    }

    @Test func `of a long text the beginning is told, and its length`() {
        var story = Story()
        story.type(String(repeating: "a", count: 499), at: 0)
        story.type("bcd", at: 499)
        story.type("", at: 2, cut: 400)
        story.type("e", at: 102)
        story.wait(2000)
        let data = story.rows.first?.draft.data
        #expect(data?["length"] == 103)
        #expect(data?["text"] == .string(String(repeating: "a", count: 99) + "b"))
    }

    @Test func `the same key before and after a text is two rows`() {
        var story = Story()
        let enter = field.adding(["key": "Enter"])
        story.report("key", enter)
        story.type("a", at: 0)
        story.report("key", enter)
        story.wait(2000)
        #expect(
            told(story) == [#"Pressed Enter in the "Email" field"#, typed("a"), #"Pressed Enter in the "Email" field"#]
        )
    }
}
