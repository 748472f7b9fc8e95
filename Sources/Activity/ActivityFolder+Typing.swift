import JSON
import Model

/// Keys: texts typed into fields, and keys that write nothing.
extension ActivityFolder {
    static let typingPause: Int64 = 1000

    mutating func typed(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let isTrusted = report.flag("trusted")
        if isTrusted, !seen(page: page, at: now) { return }
        let index =
            if let open = index(of: .type, page: page, key: key), steps[open].settles > now { open } else {
                add(.type, "browser.type", "", report, page, key, now, quiet: 0, trusted: isTrusted)
            }
        prolong(index, at: now, quiet: Self.typingPause)
        steps[index].draft.message = Self.words(report)
        if report.flag("secret") {
            steps[index].draft.data = ["masked": true]
        } else {
            steps[index].draft.data = [
                "text": .string(report.text("text")), "length": .integer(report.number("length")),
            ]
        }
        // Some frameworks send a last event by script after typing as a person does.
        if isTrusted { steps[index].notes["trusted"] = true }
        if steps[index].notes["trusted"] != true { steps[index].draft.data["byScript"] = true }
    }

    private static func words(_ report: PageReport) -> String {
        let field = report.element.phrase
        if report.flag("secret") { return "Typed a hidden text into \(field)" }
        if report.flag("empty") { return "Cleared \(field)" }
        switch report.text("kind") {
        case "range", "color", "date", "time", "datetime-local", "month", "week":
            return "Set \(field) to \(report.text("text").quoted)"
        default: return "Typed \(report.text("text").quoted) into \(field)"
        }
    }

    mutating func pressed(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        if report.flag("plain") { return pressedPlain(report, page, key, now) }
        if let index = index(of: .key, page: page, key: key), steps[index].settles > now,
            steps[index].draft.data["key"]?.stringValue == report.text("key")
        {
            steps[index].count += 1
            return prolong(index, at: now, quiet: 300)
        }
        addKey(report, page, key, now, quiet: 100)
    }

    /// A character that goes into no field. Only one that stands alone is named: several, typed into a drawing of a remote desktop, say, may be a
    /// password.
    private mutating func pressedPlain(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        guard seen(page: page, at: now) else { return }
        let before = plainKeys.updateValue(now, forKey: page)
        let isAlone = before.map { now.milliseconds - $0.milliseconds > Self.typingPause } ?? true
        let open = steps.lastIndex {
            $0.kind == .key && $0.page == page && $0.notes["plain"] == true && $0.settles > now
        }
        if let open { steps[open].count += 1 }
        let index = open ?? addKey(report, page, key, now, quiet: 0)
        steps[index].notes["plain"] = true
        prolong(index, at: now, quiet: Self.typingPause)
        guard !isAlone else { return }
        steps[index].draft.message = "Pressed keys"
        steps[index].draft.data["key"] = nil
    }

    @discardableResult
    private mutating func addKey(
        _ report: PageReport,
        _ page: String,
        _ key: String,
        _ now: Timestamp,
        quiet: Int64
    ) -> Int {
        let place = ["body", "html"].contains(report.element.tag) ? "" : " in \(report.element.phrase)"
        let message = "Pressed \(report.text("key"))\(place)"
        let index = add(.key, "browser.press", message, report, page, key, now, quiet: quiet)
        steps[index].draft.data["key"] = .string(report.text("key"))
        return index
    }
}
