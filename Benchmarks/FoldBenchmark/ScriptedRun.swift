import Activity
import JSON
import Model

/// A run as agents make them: pages that are opened, each with its requests and console lines, clicked and typed into.
struct ScriptedRun {
    private var folder = ActivityFolder(run: RunID())
    private var now = Timestamp(milliseconds: 1_000_000)
    private var number: Int64 = 0
    private(set) var rows = 0
    var events: Int { Int(number) }

    mutating func fold(events: Int) {
        folder.opened(page: "PAGE", at: now)
        folder.connected(client: 1, at: now)
        var page = 0
        while number < events {
            page += 1
            open("https://shop.example/\(page)")
            for step in 0..<10 { step % 3 == 2 ? type(step) : press(step) }
        }
        folder.finish(at: now)
        rows += folder.take().count
    }

    private mutating func open(_ url: String) {
        folder.read(.navigate(isPlace: false), of: .agent(client: 1), page: "PAGE", at: now)
        event(.navigation, .started, ["url": .string(url), "mainFrame": true])
        event(.navigation, .finished, ["url": .string(url), "mainFrame": true, "title": "Shop"])
        requests(40)
    }

    /// A text of five letters, each by its key.
    private mutating func type(_ step: Int) {
        for length in 1...5 {
            let typed = String("Grace".prefix(length))
            folder.read(.text, of: .agent(client: 1), page: "PAGE", at: now)
            report(
                "input",
                [
                    "e": .integer(Int64(100 + step)), "role": "textbox", "name": "Name", "tag": "input",
                    "trusted": true, "text": .string(typed), "length": .integer(Int64(length)),
                ]
            )
        }
        requests(12)
    }

    private mutating func press(_ step: Int) {
        let element: JSONObject = [
            "e": .integer(Int64(step)), "role": "button", "name": "Add", "tag": "button", "count": 1,
        ]
        folder.read(.press(x: 10, y: 20, isHeld: false), of: .agent(client: 1), page: "PAGE", at: now)
        report("down", element)
        report("up", element)
        requests(12)
    }

    private mutating func requests(_ count: Int) {
        for index in 0..<count {
            let url = JSON.string("https://shop.example/asset/\(index)")
            event(.networkRequest, .started, ["requestId": "1", "method": "GET", "url": url, "resourceType": "script"])
            event(.networkResponse, .received, ["requestId": "1", "url": url, "statusCode": 200])
            event(.consoleMessage, .received, ["level": index == 7 ? "error" : "log", "text": "loaded"])
        }
        folder.tick(at: now)
        rows += folder.take().count
    }

    private mutating func event(_ type: EventType, _ status: EventStatus, _ data: JSONObject) {
        number += 1
        now = Timestamp(milliseconds: now.milliseconds + 5)
        let draft = EventDraft(type: type, status: status, time: now, pageID: "PAGE", data: data)
        folder.read(draft, number: number, at: now)
    }

    private mutating func report(_ kind: String, _ element: JSONObject) {
        var payload = element
        payload["k"] = .string(kind)
        payload["t"] = .integer(now.milliseconds)
        guard let report = PageReport(.object(payload)) else { return }
        folder.read(report, page: "PAGE", frame: "main", at: now)
    }
}
