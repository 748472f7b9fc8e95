import JSON
import Model

/// What becomes known of a navigation on its way: redirects, status, title.
extension ActivityFolder {
    mutating func phrase(_ index: Int, title: String) {
        let verb = steps[index].notes["verb"]?.stringValue ?? "Opened"
        let address = Self.short(steps[index].draft.data["url"]?.stringValue ?? "")
        let redirects = steps[index].notes["redirects"]?.integerValue ?? 0
        let way = redirects == 0 ? "" : redirects == 1 ? " after a redirect" : " after \(redirects) redirects"
        let code = steps[index].draft.data["statusCode"]?.integerValue ?? 200
        let status = code >= 400 ? " with the error \(code)" : ""
        let what = title.isEmpty ? address : "\(title.quoted) (\(address))"
        steps[index].draft.message = "\(verb) \(what)\(status)\(way)"
        if !title.isEmpty { steps[index].draft.data["title"] = .string(title) }
        if redirects > 0 { steps[index].draft.data["redirects"] = .integer(redirects) }
        if code >= 400 { steps[index].draft.severity = .warning }
    }

    /// The observer tells the title, and when the page was loaded.
    mutating func loaded(_ report: PageReport, _ page: String, _ now: Timestamp) {
        titles[page] = report.text("title")
        guard let index = index(of: .navigation, page: page), steps[index].draft.status == "finished" else { return }
        phrase(index, title: report.text("title"))
        steps[index].last = now
        if report.kind == .load { settle(index, at: now) }
    }

    /// A script has written the document anew. A step when it is an agent's; what a page makes of itself is none.
    mutating func written(_ report: PageReport, _ page: String, _ now: Timestamp) {
        let title = report.text("title")
        titles[page] = title
        guard let touch = recent(writeScripts, page, 3000, now) else { return }
        writeScripts[page] = nil
        let message = title.isEmpty ? "Wrote a page by script" : "Wrote the page \(title.quoted) by script"
        simple("browser.navigate", message, page, touch)
        let index = steps.count - 1
        steps[index].draft.data["byScript"] = true
        if !title.isEmpty { steps[index].draft.data["title"] = .string(title) }
        causes[page] = (steps[index].token, now)
    }

    mutating func redirected(_ event: EventDraft, _ number: Int64) {
        guard event.data["redirectedFrom"] != nil, event.data["resourceType"]?.stringValue == "document",
            let index = index(of: .navigation, page: event.pageID), steps[index].draft.status == "started"
        else { return }
        steps[index].notes["redirects"] = .integer((steps[index].notes["redirects"]?.integerValue ?? 0) + 1)
        steps[index].covers(number)
    }

    mutating func answered(_ event: EventDraft, _ number: Int64) {
        guard event.data["resourceType"]?.stringValue == "document",
            let index = index(of: .navigation, page: event.pageID),
            event.data["url"]?.stringValue.map(Self.bare) == steps[index].draft.data["url"]?.stringValue,
            let code = event.data["statusCode"]?.integerValue
        else { return }
        steps[index].draft.data["statusCode"] = .integer(code)
        steps[index].covers(number)
        phrase(index, title: steps[index].draft.data["title"]?.stringValue ?? "")
    }
}
