import JSON
import Model

/// Clicks.
extension ActivityFolder {
    /// How long a press may go on, in milliseconds.
    static let holdLimit: Int64 = 60_000
    /// How long a page may take to tell how a press ended, in milliseconds.
    static let pressPause: Int64 = 400

    mutating func down(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        guard seen(page: page, press: report.made, at: now) else { return }
        steps.removeAll { $0.kind == .hover && $0.page == page && $0.key == key }
        let count = report.number("count")
        if count > 1, let index = index(of: .click, page: page, key: key) {
            steps[index].draft.message =
                "\(count == 2 ? "Double" : "Triple")-clicked \(report.element.phrase)\(Self.modifiers(report))"
            steps[index].draft.data["clicks"] = .integer(count)
            return prolong(index, at: now, quiet: 60)
        }
        if isFlood(key, now), let index = index(of: .click, page: page, key: key) {
            steps[index].count += 1
            return prolong(index, at: now, quiet: now.seconds(since: steps[index].opened) < 1 ? 100 : 0)
        }
        let button = report.number("button")
        let isTouch = report.flag("touch")
        let verb = button == 2 ? "Right-clicked" : button == 1 ? "Middle-clicked" : isTouch ? "Tapped" : "Clicked"
        let what = "\(verb) \(report.element.phrase)\(Self.modifiers(report))"
        let message = "\(what)\(report.flag("disabled") ? ", which is disabled" : "")"
        let pause = isHeld(on: page) ? Self.holdLimit : Self.pressPause
        let index = add(.click, "browser.click", message, report, page, key, now, quiet: pause)
        steps[index].draft.data = ["x": .integer(report.number("x")), "y": .integer(report.number("y"))]
        let modifiers = report.texts("held")
        if !modifiers.isEmpty { steps[index].draft.data["modifiers"] = .array(modifiers.map { .string($0) }) }
    }

    /// Such as ` with Control+Shift held`.
    private static func modifiers(_ report: PageReport) -> String {
        let keys = report.texts("held").joined(separator: "+")
        return keys.isEmpty ? "" : " with \(keys) held"
    }

    /// Whether the press that the page tells of goes on: it is the last that was sent, and nobody has let go.
    private func isHeld(on page: String) -> Bool {
        guard held.contains(page) || held.contains("") else { return false }
        return !unseen.contains { $0.key.isPress && [page, ""].contains($0.key.page) }
    }

    /// Whether an element is clicked faster than one would tell one by one.
    private mutating func isFlood(_ key: String, _ now: Timestamp) -> Bool {
        if repeated.key != key || now.milliseconds - repeated.last.milliseconds > 1000 { repeated = (key, now, 0) }
        repeated.count += 1
        repeated.last = now
        return repeated.count > 20
    }

    mutating func click(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        // Selenium sends a click after the choice in a list.
        if let index = index(of: .select, page: page, key: key), steps[index].settles > now { return }
        let message = "Clicked \(report.element.phrase)"
        let index = add(.click, "browser.click", message, report, page, key, now, quiet: 60, trusted: false)
        steps[index].notes["up"] = true
        steps[index].draft.data["byScript"] = true
    }
}
