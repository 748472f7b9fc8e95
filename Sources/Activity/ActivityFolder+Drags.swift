import JSON
import Model

/// What becomes of a press: a click, a drag, a swipe.
extension ActivityFolder {
    /// The press of a page that goes on.
    private func press(on page: String) -> Int? {
        steps.lastIndex { $0.kind == .click && $0.page == page && $0.notes["up"] == nil }
    }

    /// What it was is told, and what follows comes of it.
    private mutating func end(press index: Int, _ now: Timestamp) {
        steps[index].notes["up"] = true
        if let page = steps[index].page, steps[index].isSomebodys { causes[page] = (steps[index].token, now) }
        prolong(index, at: now, quiet: 60)
    }

    mutating func held(_ page: String, at now: Timestamp) {
        letGo(page, at: now)
        held.insert(page)
    }

    mutating func released(_ touch: Touch, _ page: String) {
        inputs[page] = touch
        letGo(page, at: touch.at)
    }

    /// The page may tell a little later how its presses ended.
    private mutating func letGo(_ page: String, at now: Timestamp) {
        guard held.remove(page) != nil else { return }
        let latest = Timestamp(milliseconds: now.milliseconds + Self.pressPause)
        for index in steps.indices where steps[index].kind == .click && [steps[index].page, ""].contains(page) {
            steps[index].settles = min(steps[index].settles, latest)
        }
    }

    /// As a live view does with the touch that turns out to be a long press, which is a right click.
    mutating func takenBack(_ touch: Touch, _ page: String) {
        inputs[page] = touch
        held.remove(page)
        if let index = press(on: page) { steps.remove(at: index) }
    }

    mutating func up(_ report: PageReport, _ page: String, _ now: Timestamp) {
        guard let index = press(on: page) else { return }
        if report.number("moved") > 8 { drag(index, to: report.element) }
        end(press: index, now)
    }

    /// What began as a tap was a swipe.
    mutating func swiped(_ page: String, _ now: Timestamp) {
        guard let index = press(on: page) else { return }
        steps[index].draft.type = "browser.scroll"
        let element = steps[index].element
        steps[index].draft.message =
            "Swiped over \(element?.name.isEmpty == false ? element?.phrase ?? "" : "the page")"
        end(press: index, now)
    }

    private mutating func drag(_ index: Int, to element: PageElement) {
        let from = steps[index].element?.phrase ?? "something"
        steps[index].draft.type = "browser.drag"
        let isWithin = element == steps[index].element
        steps[index].draft.message = isWithin ? "Dragged within \(from)" : "Dragged \(from) onto \(element.phrase)"
        steps[index].draft.data["to"] = element.data
    }

    mutating func dropped(_ report: PageReport, _ page: String, _ now: Timestamp) {
        guard report.texts("values").isEmpty else { return droppedFiles(report, page, now) }
        if let index = index(of: .click, page: page) {
            drag(index, to: report.element)
            return end(press: index, now)
        }
        let from = report.fields["from"].map { PageElement($0).phrase } ?? "something"
        let message = "Dragged \(from) onto \(report.element.phrase)"
        _ = add(.other, "browser.drag", message, report, page, "drop", now, quiet: 0)
    }

    mutating func dragEnded(_ report: PageReport, _ page: String, _ now: Timestamp) {
        guard report.flag("lost"), let index = press(on: page) else { return }
        steps[index].draft.type = "browser.drag"
        steps[index].draft.message = "Dragged \(steps[index].element?.phrase ?? "something"), but dropped it nowhere"
        end(press: index, now)
    }
}
