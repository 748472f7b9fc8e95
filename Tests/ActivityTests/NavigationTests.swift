import Activity
import JSON
import Model
import Testing

@Suite struct NavigationTests {
    private func open(_ url: JSON, in story: inout Story) {
        story.event(.navigation, .started, ["url": url, "mainFrame": true, "fromUrl": "about:blank"])
        story.wait(100)
        story.event(.navigation, .finished, ["url": url, "mainFrame": true, "fromUrl": "about:blank"])
        story.wait(50)
        story.report("load", ["title": "Shop", "url": url])
        story.wait(10)
    }

    @Test func `a navigation is one row with title, redirects and time`() throws {
        var story = Story()
        story.command("Page.navigate", ["url": "https://shop.example/old?q=secret"])
        let redirect: JSONObject = [
            "url": "https://shop.example/", "redirectedFrom": "https://shop.example/old", "resourceType": "document",
        ]
        story.event(.navigation, .started, ["url": "https://shop.example/old?q=secret", "mainFrame": true])
        story.event(.networkRequest, .started, redirect)
        story.event(.navigation, .finished, ["url": "https://shop.example/", "mainFrame": true])
        story.wait(250)
        story.report("load", ["title": "Shop", "url": "https://shop.example/"])
        story.wait(10)
        let row = try #require(story.rows.first)
        #expect(row.draft.message == #"Opened "Shop" (shop.example) after a redirect in 0.25 s"#)
        #expect(row.draft.data["events"] == ["from": 1, "to": 3])
        #expect(row.draft.data["actor"] == "agent")
        #expect(!"\(row.draft)".contains("secret"))
    }

    @Test func `what a click sets off is its child`() {
        var story = Story()
        story.press(button)
        open("https://shop.example/in", in: &story)
        #expect(story.messages == [#"Clicked the "Sign in" button"#, #"Opened "Shop" (shop.example/in) in 0.15 s"#])
        #expect(story.rows.last?.draft.parent == story.rows.first?.id)
    }

    @Test func `a page keeps the title that it was loaded with, also while its row is held`() {
        var story = Story()
        story.event(.dialog, .started, ["dialogType": "confirm", "message": "Sure?"])
        open("https://shop.example/", in: &story)
        story.report("title", ["title": "Basket"])
        story.wait(3000)
        #expect(story.messages.contains { $0.hasPrefix(#"Opened "Shop""#) }, "\(story.messages)")
    }

    @Test func `a page that does not open says why`() throws {
        var story = Story()
        story.command("Page.navigate", ["url": "https://gone.example/"])
        story.event(.navigation, .started, ["url": "https://gone.example/", "mainFrame": true])
        story.event(
            .navigation,
            .failed,
            ["url": "https://gone.example/", "mainFrame": true, "errorText": "net::ERR_NAME_NOT_RESOLVED"]
        )
        story.wait(10)
        let row = try #require(story.rows.first)
        #expect(row.draft.message == "Could not open gone.example: there is no such host")
        #expect(row.draft.severity == .error)
    }

    @Test func `a request that its server could not answer has failed, one for what is not there has not`() throws {
        var story = Story()
        for (code, type) in [(404, "fetch"), (503, "fetch"), (500, "xhr"), (500, "document")] as [(Int64, JSON)] {
            let data: JSONObject = ["url": "http://h/api", "statusCode": .integer(code), "resourceType": type]
            story.event(.networkResponse, .finished, data)
        }
        story.wait(1500)
        #expect(
            story.messages == [
                "2 requests failed, the first one: the request for h/api failed: the server answered with the error 503"
            ]
        )
    }

    @Test func `failed requests of a burst are one row with a count`() throws {
        var story = Story()
        for number in 0..<5 {
            let url = JSON.string("https://api.example/\(number)")
            story.event(
                .networkFailed,
                .failed,
                ["url": url, "errorText": "net::ERR_CONNECTION_REFUSED", "resourceType": "fetch"]
            )
        }
        story.wait(1100)
        #expect(story.rows.count == 1)
        #expect(story.messages.first?.hasPrefix("5 requests failed") == true)
        #expect(story.rows.first?.draft.data["events"] == ["from": 1, "to": 5])
    }

    @Test func `a slow page holds later steps for two seconds at most`() {
        var story = Story()
        story.event(.navigation, .started, ["url": "https://slow.example/", "mainFrame": true])
        story.press(button)
        story.wait(1500)
        #expect(story.rows.isEmpty)
        story.wait(1000)
        #expect(story.messages == [#"Clicked the "Sign in" button"#])
    }

    @Test func `a dialog nobody answers is closed by Martlet`() {
        var story = Story()
        story.event(.dialog, .started, ["dialogType": "confirm", "message": "Sure?"])
        story.wait(5000)
        story.event(.dialog, .finished, ["dialogType": "confirm", "accepted": false])
        story.wait(200)
        #expect(story.messages == [#"The page asked "Sure?"; nobody answered, so Martlet declined after 5.00 s"#])
    }

    @Test func `a page that moves by itself while an agent opens another is not what the agent opened`() throws {
        var story = Story()
        story.command("Page.navigate", ["url": "http://shop.example/feed"])
        let moved: JSONObject = ["url": "http://shop.example/#p47", "mainFrame": true, "sameDocument": true]
        story.event(.navigation, .finished, moved)
        let feed: JSONObject = [
            "url": "http://shop.example/feed", "fromUrl": "http://shop.example/", "mainFrame": true,
        ]
        story.event(.navigation, .started, feed)
        story.event(.navigation, .finished, feed)
        story.wait(3000)
        let opened = try #require(story.rows.last?.draft)
        #expect(opened.message.hasPrefix("Opened shop.example/feed") && opened.data["actor"] == "agent")
        #expect(story.rows.dropLast().allSatisfy { $0.draft.data["actor"] != "agent" })
    }

    @Test func `the end of the run settles everything, last of all itself`() {
        var story = Story()
        story.event(.navigation, .started, ["url": "https://slow.example/", "mainFrame": true])
        story.event(.download, .started, ["downloadId": "d", "suggestedName": "a.csv"])
        story.end()
        #expect(story.rows.last?.draft.type == "runtime.stopped")
        #expect(story.rows.map(\.id.number) == Array(1...Int64(story.rows.count)))
        #expect(story.rows.count == 3)
    }
}
