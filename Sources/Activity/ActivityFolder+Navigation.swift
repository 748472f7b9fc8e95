import JSON
import Model

/// Pages that are opened: setting out, arriving, breaking off.
extension ActivityFolder {
    mutating func navigation(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        guard event.data["mainFrame"]?.boolValue == true, let page = event.pageID else { return }
        switch event.status {
        case .started: set(out: event, page, number, now)
        case .finished where event.data["sameDocument"]?.boolValue == true: moved(within: event, page, number, now)
        case .finished: arrived(event, page, number, now)
        default: broke(off: event, page, number, now)
        }
    }

    private mutating func set(out event: EventDraft, _ page: String, _ number: Int64, _ now: Timestamp) {
        if let index = index(of: .navigation, page: page) { settle(index, at: now) }
        interrupt(page: page, at: now)
        let url = event.data["url"]?.stringValue ?? ""
        var draft = ActivityDraft(
            type: "browser.navigate",
            category: .browser,
            time: event.time,
            message: "Opened \(Self.short(url))",
            data: ["url": .string(Self.bare(url))]
        )
        draft.status = "started"
        let index = open(.navigation, draft, page: page, at: now, quiet: 30_000)
        steps[index].covers(number)
        steps[index].notes["verb"] = "Opened"
        leavePlace(page, at: index)
        if let asked = take(asked: page, now) {
            steps[index].isDone(by: asked.touch)
            note(asked.action, at: index)
            causes[page] = (steps[index].token, now)
        } else {
            steps[index].parent = cause(page, now)
            if steps[index].parent == nil, let touch = recent(scripts, page, 1000, now) {
                steps[index].isDone(by: touch)
            }
        }
    }

    private mutating func arrived(_ event: EventDraft, _ page: String, _ number: Int64, _ now: Timestamp) {
        titles[page] = event.data["title"]?.stringValue
        let index: Int
        if let open = self.index(of: .navigation, page: page) {
            index = open
        } else {
            guard event.data["fromUrl"] != nil else { return }
            set(out: event, page, number, now)
            index = steps.count - 1
        }
        steps[index].draft.status = "finished"
        steps[index].draft.data["url"] = (event.data["url"]?.stringValue).map { .string(Self.bare($0)) }
        steps[index].covers(number)
        phrase(index, title: "")
        let isEmpty = event.data["url"]?.stringValue?.hasPrefix("about:") ?? false
        prolong(index, at: now, quiet: isEmpty ? 0 : 2000)
    }

    private mutating func broke(off event: EventDraft, _ page: String, _ number: Int64, _ now: Timestamp) {
        guard let index = index(of: .navigation, page: page) else { return }
        let text = event.data["errorText"]?.stringValue ?? ""
        steps[index].covers(number)
        steps[index].draft.status = "failed"
        let address = Self.short(steps[index].draft.data["url"]?.stringValue ?? "")
        if text == "net::ERR_ABORTED" {
            steps[index].draft.message = "Set out for \(address), but went no further"
            // A download that begins now takes the step away.
            return prolong(index, at: now, quiet: 300)
        }
        steps[index].draft.severity = .error
        steps[index].draft.message = "Could not open \(address): \(Self.plain(text))"
        steps[index].draft.data["errorText"] = .string(text)
        prolong(index, at: now, quiet: 0)
    }
}
