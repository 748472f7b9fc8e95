import Activity
import Foundation
import JSON
import Model
import Testing

/// Real traffic of frameworks, as the tap, the recorder and the observer gave it, played back at its own times.
@Suite struct RecordedTrafficTests {
    private func rows(of fixture: String) throws -> [SettledStep] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(fixture).jsonl")
        var folder = ActivityFolder(run: RunID())
        var rows: [SettledStep] = []
        for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
            let entry = try JSON.parse(Array(line.utf8))
            let now = Timestamp(milliseconds: entry["at"]?.integerValue ?? 0)
            while let due = folder.nextTick, due < now {
                folder.tick(at: due)
            }
            play(entry, into: &folder, now)
            folder.tick(at: now)
            rows += folder.take()
        }
        folder.finish(at: Timestamp(milliseconds: 1_800_000_100_000))
        return rows + folder.take()
    }

    private func play(_ entry: JSON, into folder: inout ActivityFolder, _ now: Timestamp) {
        let page = entry["page"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        if let method = entry["method"]?.stringValue {
            guard let action = AgentAction(method: method, params: entry["params"] ?? .null) else { return }
            folder.read(action, of: .agent(client: 1), page: page, at: now)
        } else if let report = entry["report"].flatMap(PageReport.init), let page {
            folder.read(report, page: page, frame: entry["frame"]?.stringValue ?? "", at: now)
        } else if let type = entry["event"]?.stringValue.flatMap(EventType.init) {
            let draft = EventDraft(
                type: type,
                status: entry["status"]?.stringValue.flatMap(EventStatus.init),
                time: now,
                pageID: page,
                durationSeconds: entry["seconds"]?.doubleValue,
                data: entry["data"]?.objectValue ?? [:]
            )
            folder.read(draft, number: entry["number"]?.integerValue ?? 0, at: now)
        } else if let target = entry["attached"]?.stringValue, target == page {
            folder.opened(page: target, at: now)
        } else if let closed = entry["closed"]?.stringValue {
            folder.closed(page: closed, at: now)
        }
    }

    private func untimed(_ message: String) -> String {
        message.replacing(/\ (in|after) \d+\.\d\d s/, with: "")
    }

    @Test func `a script of Playwright is told step by step`() throws {
        let told = try rows(of: "playwright").filter { $0.draft.view == .normal }.map { untimed($0.draft.message) }
        let expected = [
            #"Opened "Paper & Pin" (127.0.0.1:8080)"#, #"Clicked the "Add to basket" button"#,
            #"Typed "ada@example.com" into the "Email" field"#, #"Typed a hidden text into the "Password" field"#,
            #"Checked "Remember me""#, #"Chose "Spain" in the "Country" list"#,
            #"Typed "Hello wörld" into the "Notes" field"#, #"Put "me.png" into the "Photo" file field"#,
            #"Took a screenshot of the page "Sign in""#, #"Pressed Enter in the "Password" field"#,
            #"Sent the "Sign in" form"#, #"The page asked "Delete all?"; the agent declined"#, #"Pointed at "Menu""#,
            #"Downloaded "report.csv" (4 kB)"#, #"Dragged "Card" onto "Column""#,
            #"Reloaded "Sign in" (127.0.0.1:8080/login)"#,
            #"Opened "Sign in" (127.0.0.1:8080/login) after a redirect"#, #"Double-clicked "Menu""#,
        ]
        var rest = told[...]
        for message in expected {
            let index = try #require(rest.firstIndex(of: message), "\(message) is not in \(rest)")
            rest = rest[(index + 1)...]
        }
        #expect(told.allSatisfy { !$0.contains("hunter") && !$0.contains("somewhere") })
    }

    private let shop = [
        #"Opened "Paper & Pin" (127.0.0.1:8080/shop)"#, #"Clicked the "Add to basket" button"#,
        #"Clicked the "Sign in" link"#, #"Opened "Sign in" (127.0.0.1:8080/login)"#,
        #"Typed "ada@example.com" into the "Email" field"#, #"Typed a hidden text into the "Password" field"#,
        #"Checked "Remember me""#, #"Chose "Spain" in the "Country" list"#, #"Typed "Grüße" into the "Notes" field"#,
        #"Put "me.png" into the "Photo" file field"#, #"Took a screenshot of the page "Sign in""#,
        #"Pressed Enter in the "Email" field"#, #"Sent the "Sign in" form with "Enter shop""#,
        #"Opened "Welcome" (127.0.0.1:8080/welcome)"#, #"Clicked the "Delete" button"#,
        #"The page asked "Delete all?"; the agent accepted"#, #"Pointed at "Menu""#, #"Clicked the "Get report" link"#,
        #"Downloaded "report.csv" (4 kB)"#,
    ]
    private let end = [
        "Opened a new tab", #"Opened "Care" (127.0.0.1:8080/care)"#, #"Closed the tab "Care""#,
        #"Reloaded "Welcome" (127.0.0.1:8080/welcome)"#,
        #"Went back to "Sign in" (127.0.0.1:8080/login)"#,
    ]

    private func compare(_ fixture: String, _ expected: [String]) throws {
        let rows = try rows(of: fixture).filter { row in
            row.draft.view == .normal && ![.runtime, .network].contains(row.draft.category)
        }
        let told = rows.map { untimed($0.draft.message) }
        #expect(told == expected, "\(told.difference(from: expected))")
    }

    @Test func `a script of Puppeteer is told step by step, and nothing else is`() throws {
        try compare("puppeteer", shop + end)
    }

    @Test func `a script of Selenium is told step by step, and nothing else is`() throws {
        try compare("selenium", shop + [#"Dragged "Card" onto "Column""#] + end)
    }

    @Test func `browser-use types by keys and sends a last event by script`() throws {
        let told = try rows(of: "browser-use").map { untimed($0.draft.message) }
        for message in [
            #"Typed "bu@example.com" into the "Email" field"#, #"Typed a hidden text into the "Password" field"#,
            #"Checked "Remember me""#, #"Clicked the "Sign in" button"#, #"Sent the "Sign in" form"#,
        ] {
            #expect(told.filter { $0 == message }.count == 1, "\(message) in \(told)")
        }
    }
}
