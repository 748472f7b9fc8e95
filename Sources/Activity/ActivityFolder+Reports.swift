import JSON
public import Model

extension ActivityFolder {
    /// Takes what the observer of a frame reports.
    /// - Parameter frame: Tells frames apart, whose elements are numbered each for themselves.
    public mutating func read(_ report: PageReport, page: String, frame: String, at now: Timestamp) {
        let key = "\(frame)#\(report.element.number)"
        switch report.kind {
        case .down: down(report, page, key, now)
        case .up: up(report, page, now)
        case .click: click(report, page, key, now)
        case .input: typed(report, page, key, now)
        case .select, .check, .files: chosen(report, page, key, now)
        case .key: pressed(report, page, key, now)
        case .submit: submitted(report, page, key, now)
        case .scroll: scrolled(report, page, key, now)
        case .hover: hovered(report, page, key, now)
        case .drop: dropped(report, page, now)
        case .dom, .load: loaded(report, page, now)
        }
    }

    /// Who is behind an input: the agent that has just sent one, or run a script; else the page itself.
    mutating func attribute(_ index: Int, page: String, trusted: Bool, at now: Timestamp) {
        let touch = trusted ? recent(inputs, page, 3000, now) : recent(scripts, page, 1000, now)
        guard let touch = touch ?? (trusted ? nil : recent(inputs, page, 100, now)) else { return }
        steps[index].actor = .agent
        steps[index].client = touch.client
    }

    func recent(_ touches: [String: AgentTouch], _ page: String, _ pause: Int64, _ now: Timestamp) -> AgentTouch? {
        let found = [touches[page], touches[""]].compactMap { $0 }.max { $0.at < $1.at }
        guard let found, now.milliseconds - found.at.milliseconds <= pause else { return nil }
        return found
    }

    mutating func add(
        _ kind: Step.Kind,
        _ type: String,
        _ message: String,
        _ report: PageReport,
        _ page: String,
        _ key: String,
        _ now: Timestamp,
        quiet: Int64,
        trusted: Bool = true
    ) -> Int {
        interrupt(page: page, at: now, except: key)
        let draft = ActivityDraft(type: type, category: .browser, time: report.time, message: message)
        let index = open(kind, draft, page: page, key: key, at: now, quiet: quiet)
        steps[index].element = report.element
        attribute(index, page: page, trusted: trusted, at: now)
        if steps[index].actor == .page, let cause = cause(page, now) { steps[index].parent = cause }
        if steps[index].actor == .agent, kind != .hover, kind != .scroll { causes[page] = (steps[index].token, now) }
        return index
    }

    /// The step that probably caused what happens now: the last of the page, at most two seconds ago.
    func cause(_ page: String?, _ now: Timestamp) -> Int? {
        guard let page, let cause = causes[page], now.milliseconds - cause.at.milliseconds <= 2000 else { return nil }
        return cause.token
    }

    private mutating func down(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        guard seen(page: page, press: true, at: now) else { return }
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
        let verb = button == 2 ? "Right-clicked" : button == 1 ? "Middle-clicked" : "Clicked"
        let message = "\(verb) \(report.element.phrase)"
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

    private mutating func up(_ report: PageReport, _ page: String, _ now: Timestamp) {
        guard let index = steps.lastIndex(where: { $0.kind == .click && $0.page == page && $0.notes["up"] == nil })
        else { return }
        steps[index].notes["up"] = true
        guard report.number("moved") > 8 else { return prolong(index, at: now, quiet: 60) }
        drag(index, to: report.element, now)
    }

    private mutating func drag(_ index: Int, to element: PageElement, _ now: Timestamp) {
        let from = steps[index].element?.phrase ?? "something"
        steps[index].draft.type = "browser.drag"
        let isWithin = element == steps[index].element
        steps[index].draft.message = isWithin ? "Dragged within \(from)" : "Dragged \(from) onto \(element.phrase)"
        steps[index].draft.data["to"] = element.data
        prolong(index, at: now, quiet: 60)
    }

    private mutating func dropped(_ report: PageReport, _ page: String, _ now: Timestamp) {
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

    private mutating func click(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let message = "Clicked \(report.element.phrase)"
        let index = add(.click, "browser.click", message, report, page, key, now, quiet: 60, trusted: false)
        steps[index].notes["up"] = true
        steps[index].draft.data["byScript"] = true
    }
}
