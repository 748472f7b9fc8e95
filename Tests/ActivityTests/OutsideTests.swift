import Activity
import JSON
import Model
import Testing

/// What comes from elsewhere than agents and pages: persons at a live view, other parts of the server, kept files.
@Suite struct OutsideTests {
    @Test func `what a person does at a live view is a person's`() throws {
        var story = Story()
        story.command("Input.dispatchMouseEvent", ["type": "mousePressed", "x": 1, "y": 1], by: .person(viewer: 40))
        story.report("down", button)
        story.report("up", button)
        story.wait(500)
        let row = try #require(story.rows.first)
        #expect(story.messages == [#"A person clicked the "Sign in" button"#])
        #expect(row.draft.data["actor"] == "person" && row.draft.data["viewer"] == 1 && row.draft.data["client"] == nil)
    }

    @Test func `a person and an agent on one page are told apart`() {
        var story = Story()
        story.press(button)
        story.wait(1000)
        story.command("Input.insertText", ["text": "a"], by: .person(viewer: 1))
        var typed = field
        typed["text"] = "a"
        typed["trusted"] = true
        story.report("input", typed)
        story.wait(1500)
        #expect(story.messages == [#"Clicked the "Sign in" button"#, #"A person typed "a" into the "Email" field"#])
    }

    /// Texts of a person and of an agent, each with the time at which it is sent, that a page tells later.
    private func texts(_ sent: [(text: String, by: Doer, at: Int64)], toldAfter delay: Int64) -> Story {
        var story = Story()
        let begin = story.now.milliseconds
        let news = sent.enumerated().flatMap {
            [($0.element.at, $0.offset, true), ($0.element.at + delay, $0.offset, false)]
        }
        var length = 0
        for (at, index, isSent) in news.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            story.wait(begin + at - story.now.milliseconds)
            let one = sent[index]
            if isSent {
                story.command("Input.insertText", ["text": .string(one.text)], by: one.by)
            } else {
                let edit: JSONObject = ["at": .integer(Int64(length)), "text": .string(one.text), "trusted": true]
                story.report("input", field.adding(edit).adding(["t": .integer(begin + one.at + 1)]))
                length += one.text.utf16.count
            }
        }
        story.wait(3000)
        return story
    }

    @Test(arguments: [1, 30, 150])
    func `what two write into one field is told of each`(delay: Int64) {
        let (person, agent) = (Doer.person(viewer: 1), Doer.agent(client: 7))
        let story = texts(
            [("per", person, 0), ("son", person, 100), ("-AG", agent, 200), ("ENT", agent, 220), ("!", person, 300)],
            toldAfter: delay
        )
        let told = story.messages.map { $0.replacing(/\ in \d.*/, with: "") }
        #expect(
            told == [
                #"A person typed "person" into the "Email" field"#, #"Typed "-AGENT" into the "Email" field"#,
                #"A person typed "!" into the "Email" field"#,
            ]
        )
        #expect(story.rows.map { $0.draft.data["actor"] } == ["person", "agent", "person"])
    }

    @Test func `one key of two is two rows`() {
        var story = Story()
        for doer in [Doer.person(viewer: 1), .agent(client: 7), .agent(client: 8)] {
            story.command("Input.dispatchKeyEvent", ["type": "rawKeyDown", "key": "Tab"], by: doer)
            story.report("key", field.adding(["key": "Tab"]))
            story.wait(20)
        }
        story.wait(2000)
        #expect(story.rows.map { $0.draft.data["actor"] } == ["person", "agent", "agent"])
        #expect(story.rows.map { $0.draft.data["client"] } == [nil, 1, 2])
    }

    @Test func `all that a person does to the browser is told as a person's`() {
        var story = Story()
        let person = Doer.person(viewer: 1)
        for page in [story.page, "OTHER"] { story.open(page) }
        story.command("Target.activateTarget", ["targetId": .string(story.page)], by: person)
        story.command("Page.navigate", ["url": "http://shop/#care"], by: person)
        story.event(.navigation, .finished, ["mainFrame": true, "sameDocument": true, "url": "http://shop/#care"])
        story.wait(1000)
        story.command("Page.navigate", ["url": "http://nowhere/"], by: person)
        story.event(.navigation, .started, ["mainFrame": true, "url": "http://nowhere/"])
        story.event(.navigation, .failed, ["mainFrame": true, "errorText": "net::ERR_NAME_NOT_RESOLVED"])
        story.wait(1000)
        story.command("Input.insertText", ["text": "hunter2"], by: person)
        story.wait(10)
        story.report("drop", button)
        story.wait(3000)
        let told = story.rows.filter { $0.draft.data["actor"] == "person" }.map(\.draft.message)
        #expect(
            told == [
                "A person switched to another tab", "A person went on to shop/#care",
                "A person could not open nowhere: there is no such host",
                "A person typed a hidden text on the page", #"A person dragged something onto the "Sign in" button"#,
            ]
        )
    }

    @Test func `what another part tells of a person stands as it is`() {
        var story = Story()
        let draft = ActivityDraft(
            type: "system.live_view_opened",
            category: .system,
            time: story.now,
            message: "Ada came"
        )
        story.tell(draft, by: .person(viewer: 1))
        story.wait(100)
        #expect(story.messages == ["Ada came"])
        #expect(story.rows.first?.draft.data["actor"] == "person")
    }

    @Test func `files dropped on a page are one row, and those dropped on a file field too`() throws {
        var story = Story()
        let data: JSON = ["items": [], "files": ["/home/ada/me.png", "/home/ada/b.txt"]]
        for type in ["dragEnter", "dragOver", "drop"] {
            story.command("Input.dispatchDragEvent", ["type": .string(type), "data": data], by: .person(viewer: 1))
        }
        let names: JSON = ["me.png", "b.txt"]
        story.report("drop", ["e": 3, "role": "region", "name": "Papers", "tag": "div", "values": names])
        let input: JSONObject = ["e": 4, "role": "file", "name": "Photo", "tag": "input", "values": names]
        story.report("drop", input)
        story.report("files", input)
        story.wait(500)
        let row = try #require(story.rows.first?.draft)
        #expect(row.type == "file.uploaded" && row.category == .file && row.data["files"] == names)
        #expect(
            story.messages == [
                #"A person dropped "me.png", "b.txt" onto "Papers""#,
                #"A person put "me.png", "b.txt" into the "Photo" file field"#,
            ]
        )
    }

    @Test func `what a person chooses in a select box is the person's, though an agent looks meanwhile`() throws {
        var story = Story()
        story.command("Runtime.evaluate", ["expression": "1"])
        story.command("Runtime.evaluate", ["expression": "choose"], by: .person(viewer: 1))
        story.command("Runtime.evaluate", ["expression": "1"])
        story.report("select", ["e": 3, "role": "combobox", "name": "Country", "tag": "select", "values": ["France"]])
        story.wait(2500)
        let row = try #require(story.rows.first?.draft)
        #expect(row.type == "browser.select" && row.data["actor"] == "person" && row.view == .normal)
        #expect(row.message.hasPrefix(#"A person chose "France""#))
    }

    @Test func `a person's answer to a dialog is told as one`() {
        var story = Story()
        story.event(.dialog, .started, ["dialogType": "confirm", "message": "Sure?"])
        story.wait(2000)
        story.command("Page.handleJavaScriptDialog", ["accept": true], by: .person(viewer: 1))
        story.event(.dialog, .finished, ["dialogType": "confirm", "accepted": true])
        story.wait(200)
        #expect(story.messages == [#"The page asked "Sure?"; a person accepted after 2.00 s"#])
    }

    @Test func `of two prompts in a row each has its own answer`() {
        var story = Story()
        for (question, answer) in [("Name?", "Ada"), ("Passphrase?", "hunter2")] {
            story.event(.dialog, .started, ["dialogType": "prompt", "message": .string(question)])
            story.command("Page.handleJavaScriptDialog", ["accept": true, "promptText": .string(answer)])
            story.event(.dialog, .finished, ["dialogType": "prompt", "accepted": true])
        }
        story.wait(500)
        #expect(
            story.messages == [
                #"The page asked "Name?"; the agent answered "Ada""#,
                #"The page asked "Passphrase?"; the agent answered with a hidden text"#,
            ]
        )
        #expect(story.rows.allSatisfy { !"\($0)".contains("hunter") })
    }

    @Test func `a long question asks for a secret to its end`() {
        var story = Story()
        let question = String(repeating: "Your session has ended. ", count: 6) + "Please enter your password:"
        story.event(.dialog, .started, ["dialogType": "prompt", "message": .string(question)])
        story.command("Page.handleJavaScriptDialog", ["accept": true, "promptText": "hunter2"])
        story.event(.dialog, .finished, ["dialogType": "prompt", "accepted": true])
        story.wait(500)
        #expect(story.rows.map { $0.draft.data["masked"] } == [true])
        #expect(!"\(story.rows)".contains("hunter"))
    }

    @Test(arguments: [["A", "B"], ["B", "A"]])
    func `of prompts on two pages each has its own answer`(order: [String]) {
        var story = Story()
        let questions = ["A": "Password?", "B": "Name?"]
        for (page, question) in questions.sorted(by: { $0.key < $1.key }) {
            story.event(.dialog, .started, ["dialogType": "prompt", "message": .string(question)], page: page)
        }
        for (page, answer) in [("A", "hunter2"), ("B", "Ada")] {
            let params: JSON = ["accept": true, "promptText": .string(answer)]
            story.command("Page.handleJavaScriptDialog", params, page: page)
        }
        for page in order { story.event(.dialog, .finished, ["dialogType": "prompt", "accepted": true], page: page) }
        story.wait(500)
        #expect(story.rows.map { $0.draft.data["text"] } == [nil, "Ada"])
        #expect(!"\(story.rows)".contains("hunter"))
    }

    @Test func `a step that another part tells keeps its links`() throws {
        var story = Story()
        var draft = ActivityDraft(
            type: "invocation.started",
            category: .invocation,
            time: story.now,
            message: "Began to act"
        )
        draft.invocationID = "inv"
        story.tell(draft)
        story.wait(10)
        let row = try #require(story.rows.first)
        #expect(row.draft.data["actor"] == "martlet")
        let item = ActivityItem(row.draft, id: row.id)
        #expect(item.invocationID == "inv")
        #expect(try JSON.parse(item.json)["invocationId"] == "inv")
    }

    @Test func `a download names the file that was kept`() throws {
        var story = Story()
        story.event(.download, .started, ["downloadId": "d", "suggestedName": "a.csv"])
        story.event(
            .download,
            .finished,
            ["downloadId": "d", "suggestedName": "a.csv", "sizeBytes": 4, "fileId": "f1"]
        )
        story.wait(10)
        #expect(try #require(story.rows.first).draft.fileID == "f1")
    }

    @Test(arguments: [EventStatus.finished, .failed])
    func `a download ends when it ends, though its page is gone`(status: EventStatus) throws {
        var story = Story()
        let data: JSONObject = ["downloadId": "d", "suggestedName": "a.csv", "sizeBytes": 4000, "fileId": "f1"]
        story.event(.download, .started, data)
        story.close(story.page)
        story.wait(5000)
        story.event(.download, status, data)
        story.wait(10)
        let downloads = story.rows.filter { $0.draft.type == "file.downloaded" }
        let told = status == .finished ? #"Downloaded "a.csv" (4 kB) in 5.00 s"# : #"The download of "a.csv" broke off"#
        #expect(downloads.map(\.draft.message) == [told])
        #expect(downloads.map(\.draft.fileID) == [status == .finished ? "f1" : nil])
    }

    @Test func `a download that an agent has asked for as a page is the agent's`() throws {
        var story = Story()
        let url: JSON = "http://shop.example/export.csv"
        story.command("Page.navigate", ["url": url])
        story.event(.navigation, .started, ["url": url, "mainFrame": true])
        let data: JSONObject = ["downloadId": "d", "suggestedName": "a.csv", "sizeBytes": 4, "url": url]
        story.event(.download, .started, data)
        story.event(.navigation, .failed, ["url": url, "mainFrame": true, "errorText": "net::ERR_ABORTED"])
        story.event(.download, .finished, data)
        story.wait(500)
        #expect(story.messages == [#"Downloaded "a.csv" (4 bytes)"#])
        let row = try #require(story.rows.first?.draft)
        #expect(row.data["actor"] == "agent" && row.data["client"] == 1)
    }

    @Test func `a download whose end is not known only began`() {
        var story = Story()
        story.event(.download, .started, ["downloadId": "d", "suggestedName": "a.csv"])
        story.end()
        #expect(story.messages.first == #"Began to download "a.csv""#)
    }

    @Test func `an upload of a staged file names it`() throws {
        var story = Story()
        story.stage("f2", at: "/home/ada/me.png")
        story.command("DOM.setFileInputFiles", ["files": ["/home/ada/me.png"]])
        story.report("files", ["e": 3, "role": "file", "name": "Photo", "tag": "input", "values": ["me.png"]])
        story.report("files", ["e": 3, "role": "file", "name": "Photo", "tag": "input", "values": ["other.png"]])
        story.wait(10)
        #expect(story.rows.map(\.draft.fileID) == ["f2", nil])
    }
}
