import JSON
import Model

/// Pages that move within their document, as single-page applications do.
extension ActivityFolder {
    mutating func moved(within event: EventDraft, _ page: String, _ number: Int64, _ now: Timestamp) {
        let asked = take(asked: page, isWithin: true, now)
        let cause = asked == nil ? cause(page, now) : nil
        let index = goesOn(page, cause, now) && asked == nil ? index(of: .sameDocument, page: page) : nil
        let step = index ?? open(sameDocument: event, page, now)
        steps[step].draft.data["url"] = .string(Self.bare(event.data["url"]?.stringValue ?? ""))
        steps[step].covers(number)
        if index == nil { attribute(sameDocument: step, asked, cause, page, now) }
        phrase(sameDocument: step, title: "")
        prolong(step, at: now, quiet: 200)
    }

    /// Whether a page that has moved within its document moves on at once, for the same reason.
    private func goesOn(_ page: String, _ cause: Int?, _ now: Timestamp) -> Bool {
        guard let index = index(of: .sameDocument, page: page) else { return false }
        return now.seconds(since: steps[index].opened) < 2 && (steps[index].parent == cause || cause == nil)
    }

    private mutating func open(sameDocument event: EventDraft, _ page: String, _ now: Timestamp) -> Int {
        let draft = ActivityDraft(
            type: "browser.navigate",
            category: .browser,
            time: event.time,
            message: "",
            data: ["sameDocument": true]
        )
        if let before = index(of: .sameDocument, page: page) { settle(before, at: now) }
        let index = open(.sameDocument, draft, page: page, at: now, quiet: 200)
        steps[index].notes["verb"] = "The page went on to"
        leavePlace(page, at: index)
        return index
    }

    private mutating func attribute(
        sameDocument index: Int,
        _ asked: (touch: Touch, action: AgentAction)?,
        _ cause: Int?,
        _ page: String,
        _ now: Timestamp
    ) {
        if let asked {
            steps[index].isDone(by: asked.touch)
            steps[index].notes["verb"] = "Went on to"
            note(asked.action, at: index)
        } else if let cause {
            steps[index].parent = cause
        } else if let touch = recent(scripts, page, 1000, now) {
            steps[index].isDone(by: touch)
        } else {
            steps[index].draft.view = .debug
        }
    }

    private mutating func phrase(sameDocument index: Int, title: String) {
        let address = Self.short(steps[index].draft.data["url"]?.stringValue ?? "")
        let verb = steps[index].notes["verb"]?.stringValue ?? ""
        steps[index].draft.message = "\(verb) \(title.isEmpty ? address : "\(title.quoted) (\(address))")"
        if !title.isEmpty { steps[index].draft.data["title"] = .string(title) }
    }

    /// The page has another title than before.
    mutating func entitled(_ report: PageReport, _ page: String, _ now: Timestamp) {
        let title = report.text("title")
        titles[page] = title
        if let index = index(of: .sameDocument, page: page), steps[index].settles > now {
            phrase(sameDocument: index, title: title)
        }
        guard let index = index(of: .navigation, page: page), steps[index].settles > now,
            steps[index].draft.status == "finished"
        else { return }
        phrase(index, title: title)
    }
}
