import JSON
import Model

/// Pages that move within their document, as single-page applications do.
extension ActivityFolder {
    mutating func moved(within event: EventDraft, _ page: String, _ number: Int64, _ now: Timestamp) {
        let url = event.data["url"]?.stringValue ?? ""
        if let index = index(of: .sameDocument, page: page), now.seconds(since: steps[index].opened) < 2 {
            steps[index].draft.data["url"] = .string(Self.bare(url))
            steps[index].draft.message = "The page went on to \(Self.short(url))"
            steps[index].covers(number)
            return prolong(index, at: now, quiet: 200)
        }
        let draft = ActivityDraft(
            type: "browser.navigate",
            category: .browser,
            time: event.time,
            message: "The page went on to \(Self.short(url))",
            data: ["url": .string(Self.bare(url)), "sameDocument": true]
        )
        let index = open(.sameDocument, draft, page: page, at: now, quiet: 200)
        steps[index].covers(number)
        if let asked = take(asked: page, now) {
            steps[index].isDone(by: asked.touch)
        } else {
            steps[index].parent = cause(page, now)
        }
        if steps[index].parent == nil, steps[index].actor == .page {
            guard let touch = recent(scripts, page, 1000, now) else { return steps[index].draft.view = .debug }
            steps[index].isDone(by: touch)
        }
    }
}
