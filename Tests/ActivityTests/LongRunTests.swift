import JSON
import Model
import Testing

@testable import Activity

@Suite struct LongRunTests {
    /// All that the folder remembers, in entries.
    private func size(_ folder: ActivityFolder) -> Int {
        let marks = folder.inputs.count + folder.moves.count + folder.scripts.count + folder.scrollScripts.count
        let pages = folder.asked.count + folder.causes.count + folder.viewports.count + folder.titles.count
        let inputs = folder.unseen.count + folder.credits.count + folder.told.count + folder.reported.count
        let tabs = folder.staged.count + folder.pages.count + folder.tabs.count
        let asked = folder.tabOpenings.count + folder.tabClosings.count + folder.contextClosings.count
        let texts = folder.answers.count + folder.plainKeys.count
        return marks + pages + inputs + tabs + asked + texts + folder.steps.count + folder.ids.count
            + folder.doers.count
    }

    private func report(_ kind: String, _ element: JSONObject, _ now: Timestamp) -> PageReport? {
        var fields = element
        fields["k"] = .string(kind)
        fields["t"] = .integer(now.milliseconds)
        return PageReport(.object(fields))
    }

    @Test func `hundreds of thousands of facts of clients, tabs and clicks leave no more behind than a few`() {
        var folder = ActivityFolder(run: RunID())
        var rows = 0
        var largest = 0
        for round in 0..<30_000 {
            let now = Timestamp(milliseconds: 1_000_000 + Int64(round) * 100)
            let page = "PAGE\(round / 10)"
            if round % 10 == 0 { folder.opened(page: page, at: now) }
            folder.connected(client: round, at: now)
            folder.read(.press(x: 1, y: 1, isHeld: false), of: .agent(client: round), page: page, at: now)
            // Every other press is told by the page.
            if round % 2 == 0, let down = report("down", button, now) {
                folder.read(down, page: page, frame: "\(round)", at: now)
            }
            for kind in [EventType.networkRequest, .networkResponse, .networkFailed, .consoleMessage] {
                let event = EventDraft(type: kind, status: .failed, time: now, pageID: page, data: ["level": "error"])
                folder.read(event, number: Int64(round * 4), at: now)
            }
            folder.disconnected(client: round, at: now)
            if round % 10 == 9 { folder.closed(page: page, at: now) }
            folder.tick(at: now)
            rows += folder.take().count
            largest = max(largest, size(folder))
        }
        #expect(rows > 30_000)
        #expect(largest < 4096 + 500)
    }

    @Test func `a child finds its parent, however many steps came before`() {
        var story = Story()
        for _ in 0..<ActivityFolder.idLimit {
            story.press(button)
            story.wait(1100)
        }
        story.event(.navigation, .started, ["url": "https://shop.example/", "mainFrame": true])
        story.end()
        let navigation = story.rows.last { $0.draft.type == "browser.navigate" }
        #expect(navigation?.draft.parent != nil)
    }

    @Test func `presses that no page tells of are kept to a bound`() {
        var folder = ActivityFolder(run: RunID())
        for _ in 0..<100_000 {
            folder.read(
                .press(x: 1, y: 1, isHeld: false),
                of: .agent(client: 1),
                page: "PAGE",
                at: Timestamp(milliseconds: 1000)
            )
            #expect(folder.unseen.count <= ActivityFolder.unseenCount)
        }
        folder.finish(at: Timestamp(milliseconds: 2000))
        let told = folder.take().reduce(0) { $0 + Int($1.draft.data["count"]?.integerValue ?? 1) }
        #expect(told == 100_000)
    }
}
