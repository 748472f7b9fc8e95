import JSON
import Model

/// Clicks and drags.
extension ActivityFolder {
    mutating func down(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        guard seen(page: page, press: report.made, at: now) else { return }
        steps.removeAll { $0.kind == .hover && $0.page == page && $0.key == key }
        let count = report.number("count")
        if count > 1, let index = index(of: .click, page: page, key: key) {
            steps[index].draft.message = "\(count == 2 ? "Double" : "Triple")-clicked \(report.element.phrase)"
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
        let message = "\(verb) \(report.element.phrase)\(report.flag("disabled") ? ", which is disabled" : "")"
        let index = add(.click, "browser.click", message, report, page, key, now, quiet: 400)
        steps[index].draft.data = ["x": .integer(report.number("x")), "y": .integer(report.number("y"))]
    }

    /// Whether an element is clicked faster than one would tell one by one.
    private mutating func isFlood(_ key: String, _ now: Timestamp) -> Bool {
        if repeated.key != key || now.milliseconds - repeated.last.milliseconds > 1000 { repeated = (key, now, 0) }
        repeated.count += 1
        repeated.last = now
        return repeated.count > 20
    }

    mutating func up(_ report: PageReport, _ page: String, _ now: Timestamp) {
        guard let index = steps.lastIndex(where: { $0.kind == .click && $0.page == page && $0.notes["up"] == nil })
        else { return }
        steps[index].notes["up"] = true
        guard report.number("moved") > 8 else { return prolong(index, at: now, quiet: 60) }
        drag(index, to: report.element, now)
    }

    /// What began as a tap was a swipe.
    mutating func swiped(_ page: String, _ now: Timestamp) {
        guard let index = steps.lastIndex(where: { $0.kind == .click && $0.page == page && $0.notes["up"] == nil })
        else { return }
        steps[index].notes["up"] = true
        steps[index].draft.type = "browser.scroll"
        let element = steps[index].element
        steps[index].draft.message =
            "Swiped over \(element?.name.isEmpty == false ? element?.phrase ?? "" : "the page")"
        prolong(index, at: now, quiet: 60)
    }

    mutating func click(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        // Selenium sends a click after the choice in a list.
        if let index = index(of: .select, page: page, key: key), steps[index].settles > now { return }
        let message = "Clicked \(report.element.phrase)"
        let index = add(.click, "browser.click", message, report, page, key, now, quiet: 60, trusted: false)
        steps[index].notes["up"] = true
        steps[index].draft.data["byScript"] = true
    }

    private mutating func drag(_ index: Int, to element: PageElement, _ now: Timestamp) {
        let from = steps[index].element?.phrase ?? "something"
        steps[index].draft.type = "browser.drag"
        let isWithin = element == steps[index].element
        steps[index].draft.message = isWithin ? "Dragged within \(from)" : "Dragged \(from) onto \(element.phrase)"
        steps[index].draft.data["to"] = element.data
        prolong(index, at: now, quiet: 60)
    }

    mutating func dropped(_ report: PageReport, _ page: String, _ now: Timestamp) {
        guard report.texts("values").isEmpty else { return droppedFiles(report, page, now) }
        if let index = index(of: .click, page: page) { return drag(index, to: report.element, now) }
        let from = report.fields["from"].map { PageElement($0).phrase } ?? "something"
        _ = add(
            .other,
            "browser.drag",
            "Dragged \(from) onto \(report.element.phrase)",
            report,
            page,
            "drop",
            now,
            quiet: 0
        )
    }
}
