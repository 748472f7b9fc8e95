import Activity
import JSON
import Model
import Testing

/// What comes by the observer's binding, which an agent's script may have called too.
@Suite struct ReportTests {
    private static let kinds = [
        "down", "up", "click", "input", "select", "check", "files", "key", "submit", "scroll", "hover", "drop", "swipe",
        "load", "title", "written",
    ]
    private static let extremes: [Int64] = [.min, .min + 1, -1, 0, .max]

    @Test(arguments: kinds)
    func `no number ends anything`(kind: String) {
        var story = Story()
        for name in ["t", "age", "dx", "dy", "count", "x", "y", "e", "moved", "button", "length"] {
            for number in Self.extremes {
                story.command("Input.dispatchMouseEvent", ["type": "mousePressed", "x": 1, "y": 1])
                var fields: JSONObject = ["wheel": true, "trusted": true, "dy": 1]
                fields[name] = .integer(number)
                for _ in 0..<2 { story.report(kind, fields) }
                story.wait(10)
            }
        }
        story.end()
        #expect(story.rows.allSatisfy { !ActivityItem($0.draft, id: $0.id).json.isEmpty })
        #expect(story.messages.last?.hasPrefix("The browser stopped") == true)
    }

    @Test(arguments: [-1, .min, .max, 253_402_300_800_000] as [Int64])
    func `a report of no year between 1970 and 9999 is none`(time: Int64) {
        #expect(PageReport(["k": "click", "t": .integer(time)]) == nil)
    }

    @Test func `there and back again are two scrolls`() {
        var story = Story()
        for dy in [900, 900, -900] as [Int64] {
            story.report("scroll", ["e": 1, "role": "page", "tag": "html", "wheel": true, "dy": .integer(dy)])
            story.wait(50)
        }
        story.wait(1000)
        #expect(story.rows.map { $0.draft.data["dy"] } == [1800, -900])
    }
}
