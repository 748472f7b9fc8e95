import JSON
import Model

extension ActivityFolder {
    static let typingPause: Int64 = 1000

    mutating func typed(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let isTrusted = report.flag("trusted")
        if isTrusted, !seen(page: page, press: false, at: now) { return }
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

    mutating func chosen(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let isTrusted = report.flag("trusted")
        let values = report.texts("values").map(\.quoted).joined(separator: ", ")
        switch report.kind {
        case .select:
            let message =
                values.isEmpty
                ? "Chose nothing in \(report.element.phrase)" : "Chose \(values) in \(report.element.phrase)"
            let index = add(.select, "browser.select", message, report, page, key, now, quiet: 30, trusted: isTrusted)
            steps[index].draft.data["values"] = .array(report.texts("values").map { .string($0) })
        case .files:
            let message =
                values.isEmpty
                ? "Took the files out of \(report.element.phrase)" : "Put \(values) into \(report.element.phrase)"
            let index = add(.files, "file.uploaded", message, report, page, key, now, quiet: 0, trusted: isTrusted)
            if steps[index].actor == .page { attribute(index, page: page, trusted: true, at: now) }
            steps[index].draft.category = .file
            steps[index].draft.data["files"] = .array(report.texts("values").map { .string($0) })
        default: checked(report, page, key, now, isTrusted)
        }
    }

    /// The click on a box and its change are one step.
    private mutating func checked(
        _ report: PageReport,
        _ page: String,
        _ key: String,
        _ now: Timestamp,
        _ isTrusted: Bool
    ) {
        let isRadio = report.element.role == "radio"
        let verb = isRadio ? "Chose" : report.flag("checked") ? "Checked" : "Unchecked"
        let index =
            index(of: .click, page: page, key: key)
            ?? add(.check, "browser.check", "", report, page, key, now, quiet: 30, trusted: isTrusted)
        if !isTrusted { steps[index].draft.data["byScript"] = true }
        steps[index].draft.type = "browser.check"
        steps[index].draft.message =
            "\(verb) \(report.element.name.isEmpty ? report.element.phrase : report.element.name.quoted)"
        steps[index].draft.data["checked"] = .bool(report.flag("checked"))
        if steps[index].actor == .agent { settle(index, at: now) }
    }

    mutating func pressed(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let name = report.text("key")
        if report.flag("plain"), !seen(page: page, press: false, at: now) { return }
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

    mutating func submitted(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let name = report.element.name.isEmpty ? "the form" : "the \(report.element.name.quoted) form"
        let by = report.text("by")
        let message = by.isEmpty || by == report.element.name ? "Sent \(name)" : "Sent \(name) with \(by.quoted)"
        let (parent, before) = (cause(page, now), causes[page])
        let index = add(.submit, "browser.submit", message, report, page, key, now, quiet: 30, trusted: false)
        guard let parent else { return }
        // What comes of it is a child of the step that somebody took.
        steps[index].parent = parent
        steps[index].actor = .page
        steps[index].client = nil
        causes[page] = before
    }

    mutating func scrolled(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let byScript = recent(scrollScripts, page, 1500, now)
        let isAgent = report.flag("wheel") || byScript != nil || steps.contains { $0.kind == .key && $0.page == page }
        guard isAgent else { return }
        let (dx, dy) = (report.number("dx"), report.number("dy"))
        var open = index(of: .scroll, page: page, key: key)
        // There and back again are two steps.
        if let found = open, (steps[found].notes["dy"]?.integerValue ?? 0) * dy < 0 || steps[found].settles <= now {
            settle(found, at: now)
            open = nil
        }
        let total = dy + (open.map { steps[$0].notes["dy"]?.integerValue ?? 0 } ?? 0)
        let index = open ?? add(.scroll, "browser.scroll", "", report, page, key, now, quiet: 0)
        if let byScript, !report.flag("wheel") {
            steps[index].actor = .agent
            steps[index].client = byScript.client
        }
        prolong(index, at: now, quiet: 250)
        steps[index].notes["dy"] = .integer(total)
        let way = total == 0 ? (dx > 0 ? "right" : "left") : total > 0 ? "down" : "up"
        let end = report.flag("end") && total > 0 ? ", to its end" : ""
        steps[index].draft.message = "Scrolled \(report.element.phrase) \(way)\(end)"
        steps[index].draft.data = ["dx": .integer(dx), "dy": .integer(total)]
    }

    mutating func hovered(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        guard recent(moves, page, 1000, now) != nil, index(of: .click, page: page) == nil,
            !["html", "body"].contains(report.element.tag)
        else { return }
        _ = add(.hover, "browser.hover", "Pointed at \(report.element.phrase)", report, page, key, now, quiet: 300)
    }
}
