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
        let name = report.text("key")
        if report.flag("plain"), !seen(page: page, at: now) { return }
        let isPlain = report.flag("plain")
        if let index = index(of: .key, page: page, key: key), steps[index].settles > now,
            steps[index].notes["key"] == .string(name) || isPlain && steps[index].notes["plain"] == true
        {
            steps[index].count += 1
            if steps[index].notes["key"] != .string(name) { steps[index].draft.message = "Pressed keys" }
            steps[index].draft.data["key"] = nil
            return prolong(index, at: now, quiet: 300)
        }
        let place = ["body", "html"].contains(report.element.tag) ? "" : " in \(report.element.phrase)"
        let message = name.isEmpty ? "Pressed a hidden key\(place)" : "Pressed \(name)\(place)"
        let index = add(.key, "browser.press", message, report, page, key, now, quiet: 100)
        steps[index].notes = ["key": .string(name), "plain": .bool(isPlain)]
        if !name.isEmpty { steps[index].draft.data["key"] = .string(name) }
    }
}
