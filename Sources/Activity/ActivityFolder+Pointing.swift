import JSON
import Model

/// Scrolling, and the mouse that rests.
extension ActivityFolder {
    /// The key of a wheel that no scrolling has answered yet.
    static let wheelKey = "wheel"
    /// How long a page may take to tell that it scrolls, in milliseconds.
    static let wheelPause: Int64 = 600

    /// An agent turns the wheel. The page tells a little later that it has scrolled; the step stands where it began, and is none if the page
    /// does not scroll.
    mutating func turned(_ touch: Touch, _ page: String) {
        inputs[page] = touch
        guard !page.isEmpty,
            !steps.contains(where: { $0.kind == .scroll && $0.page == page && $0.settles > touch.at })
        else { return }
        interrupt(page: page, at: touch.at)
        let draft = ActivityDraft(type: "browser.scroll", category: .browser, time: touch.at, message: "")
        let index = open(.scroll, draft, page: page, key: Self.wheelKey, at: touch.at, quiet: Self.wheelPause)
        steps[index].isDone(by: touch)
    }

    /// The step of a wheel that this scrolling answers.
    private mutating func answered(_ report: PageReport, _ page: String, _ key: String) -> Int? {
        guard let index = index(of: .scroll, page: page, key: Self.wheelKey) else { return nil }
        steps[index].key = key
        steps[index].element = report.element
        return index
    }

    mutating func scrolled(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let byScript = recent(scrollScripts, page, 1500, now)
        // A wheel above a frame that cannot scroll moves the document around it, whose observer has seen no wheel.
        let byWheel = report.flag("wheel") || index(of: .scroll, page: page, key: Self.wheelKey) != nil
        let isAgent = byWheel || byScript != nil || steps.contains { $0.kind == .key && $0.page == page }
        guard isAgent else { return }
        let (dx, dy) = (report.number("dx"), report.number("dy"))
        var open = index(of: .scroll, page: page, key: key)
        var before = open.flatMap { steps[$0].notes["dy"]?.integerValue } ?? 0
        // There and back again are two steps.
        let turns = before < 0 && dy > 0 || before > 0 && dy < 0
        if let found = open, turns || steps[found].settles <= now {
            settle(found, at: now)
            (open, before) = (nil, 0)
        }
        let total = before + dy
        if open == nil, byWheel { open = answered(report, page, key) }
        let index = open ?? add(.scroll, "browser.scroll", "", report, page, key, now, quiet: 0)
        if let byScript, !byWheel {
            steps[index].isDone(by: byScript)
        }
        prolong(index, at: now, quiet: 250)
        steps[index].notes["dy"] = .integer(total)
        let way = total == 0 ? (dx > 0 ? "right" : "left") : total > 0 ? "down" : "up"
        let end = report.flag("end") && total > 0 ? ", to its end" : ""
        steps[index].draft.message = "Scrolled \(report.element.phrase) \(way)\(end)"
        steps[index].draft.data = ["dx": .integer(dx), "dy": .integer(total)]
    }

    mutating func hovered(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        guard recent(moves, page, 1000, now) != nil,
            !steps.contains(where: { $0.kind == .click && $0.page == page && $0.settles > now }),
            !["html", "body"].contains(report.element.tag)
        else { return }
        _ = add(.hover, "browser.hover", "Pointed at \(report.element.phrase)", report, page, key, now, quiet: 300)
    }
}
