import Activity
import JSON
import Model

/// Tells a story to a folder, one moment after the other, and collects the rows.
struct Story {
    private(set) var folder = ActivityFolder(run: RunID())
    private(set) var now = Timestamp(milliseconds: 1_000_000)
    private(set) var rows: [SettledStep] = []
    private var number: Int64 = 0
    let page = "PAGE"

    var messages: [String] { rows.map(\.draft.message) }

    /// Lets time pass, in milliseconds, with a tick whenever one is due.
    mutating func wait(_ pause: Int64) {
        let end = Timestamp(milliseconds: now.milliseconds + pause)
        while let due = folder.nextTick, due <= end {
            now = max(due, Timestamp(milliseconds: now.milliseconds + 1))
            folder.tick(at: now)
            if now > end { break }
        }
        now = max(now, end)
        folder.tick(at: now)
        rows += folder.take()
    }

    /// The system's clock is set back, in milliseconds.
    mutating func setBack(_ pause: Int64) { now = Timestamp(milliseconds: now.milliseconds - pause) }

    mutating func command(_ method: String, _ params: JSON = [:], client: Int = 7, page: String? = nil) {
        command(method, params, by: .agent(client: client), page: page)
    }

    mutating func command(_ method: String, _ params: JSON, by doer: Doer, page: String? = nil) {
        guard let action = AgentAction(method: method, params: params) else { return }
        folder.read(action, of: doer, page: page ?? self.page, at: now)
    }

    mutating func open(_ page: String, in context: String? = nil) {
        folder.opened(page: page, context: context, at: now)
    }

    mutating func close(_ page: String) { folder.closed(page: page, at: now) }

    mutating func awaitCapture(_ key: String) { folder.awaitCapture(key, at: now) }

    mutating func captured(_ key: String, _ outcome: CaptureOutcome) { folder.captured(key, outcome, at: now) }

    mutating func tell(_ step: ActivityDraft, by doer: Doer? = nil) { folder.tell(step, by: doer, page: nil, at: now) }

    mutating func stage(_ file: String, at path: String) { folder.staged(file: file, at: path) }

    /// A report of the observer, as the binding gives it.
    mutating func report(_ kind: String, _ fields: JSONObject = [:], frame: String = "main") {
        var payload = fields
        payload["k"] = .string(kind)
        if payload["t"] == nil { payload["t"] = .integer(now.milliseconds) }
        if let report = PageReport(.object(payload)) { folder.read(report, page: page, frame: frame, at: now) }
    }

    mutating func event(_ type: EventType, _ status: EventStatus, _ data: JSONObject, page: String? = nil) {
        number += 1
        folder.read(
            EventDraft(type: type, status: status, time: now, pageID: page ?? self.page, data: data),
            number: number,
            at: now
        )
    }

    mutating func press(_ element: JSONObject) {
        command("Input.dispatchMouseEvent", ["type": "mousePressed", "x": 10, "y": 20])
        var fields = element
        fields["count"] = 1
        report("down", fields)
        report("up", fields)
    }

    /// A text comes into the field, at a place of it and instead of so many letters.
    mutating func type(_ text: String, at place: Int, cut: Int = 0, trusted: Bool = true, more: JSONObject = [:]) {
        if trusted { command("Input.insertText", ["text": .string(text)]) }
        let edit: JSONObject = [
            "trusted": .bool(trusted), "at": .integer(Int64(place)), "cut": .integer(Int64(cut)), "text": .string(text),
            "length": .integer(Int64(text.utf16.count)),
        ]
        report("input", field.adding(edit).adding(more))
    }

    mutating func end() {
        event(.runtimeLifecycle, .stopped, ["reason": "api"])
        rows += folder.take()
    }
}

extension JSONObject {
    func adding(_ more: JSONObject) -> JSONObject {
        var all = self
        for (name, value) in more.members { all[name] = value }
        return all
    }
}

let button: JSONObject = ["e": 1, "role": "button", "name": "Sign in", "tag": "button"]
let field: JSONObject = ["e": 2, "role": "textbox", "name": "Email", "tag": "input"]
