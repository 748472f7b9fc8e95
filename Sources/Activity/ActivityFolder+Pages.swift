import JSON
public import Model

extension ActivityFolder {
    /// A tab has come.
    public mutating func opened(page: String, at now: Timestamp) {
        var draft = ActivityDraft(
            type: "browser.tab_opened",
            category: .browser,
            time: now,
            message: "A new tab opened"
        )
        let touch = tabOpening.flatMap { now.milliseconds - $0.at.milliseconds < 3000 ? $0 : nil }
        if touch != nil { draft.message = "Opened a new tab" }
        let index = open(.tabOpened, draft, page: page, at: now, quiet: touch == nil ? 60 : 0)
        if let touch {
            steps[index].actor = .agent
            steps[index].client = touch.client
            tabOpening = nil
        } else {
            steps[index].parent = lastCause(now)
        }
        causes[page] = (steps[index].token, now)
    }

    /// A tab has gone.
    public mutating func closed(page: String, at now: Timestamp) {
        for index in steps.indices where steps[index].page == page { settle(index, at: now) }
        let title = name(of: page, tab: true)
        let closed = "Closed \(title == "another tab" ? "a tab" : title)"
        let isAsked = tabClosing.map { now.milliseconds - $0.at.milliseconds < 3000 } ?? false
        let draft = ActivityDraft(
            type: "browser.tab_closed",
            category: .browser,
            time: now,
            message: isAsked ? closed : title == "another tab" ? "A tab closed" : "T\(title.dropFirst()) closed"
        )
        let index = open(.tabClosed, draft, page: page, at: now, quiet: isAsked ? 0 : 500)
        steps[index].notes["closed"] = .string(closed)
        if isAsked {
            steps[index].actor = .agent
            steps[index].client = tabClosing?.client
            tabClosing = nil
        } else {
            steps[index].parent = lastCause(now)
        }
        forget(page)
    }

    mutating func openTab(_ touch: AgentTouch) {
        let index = steps.lastIndex { step in
            step.kind == .tabOpened && step.actor == .page && touch.at.milliseconds - step.opened.milliseconds < 60
        }
        guard let index else {
            tabOpening = touch
            return
        }
        adopt(index, touch)
        steps[index].draft.message = "Opened a new tab"
    }

    mutating func closeTab(_ page: String?, _ touch: AgentTouch) {
        tabClosing = touch
        guard let index = steps.lastIndex(where: { $0.kind == .tabClosed && $0.actor == .page && $0.page == page })
        else {
            return
        }
        tabClosing = nil
        adopt(index, touch)
        causes[page ?? ""] = nil
        steps[index].draft.message = steps[index].notes["closed"]?.stringValue ?? "Closed a tab"
        settle(index, at: touch.at)
    }

    /// The page may have set out before the command is known here.
    mutating func ask(_ action: AgentAction, _ touch: AgentTouch, _ page: String) {
        let index = steps.lastIndex { step in
            step.kind == .navigation && step.page == page && step.actor == .page && step.notes["asked"] == nil
                && touch.at.milliseconds - step.opened.milliseconds < 150
        }
        guard let index else {
            asked[page] = (touch, action)
            return
        }
        adopt(index, touch)
        note(action, at: index)
        phrase(index, title: steps[index].draft.data["title"]?.stringValue ?? "")
    }

    private mutating func note(_ action: AgentAction, at index: Int) {
        steps[index].notes["asked"] = true
        switch action {
        case .reload: steps[index].notes["verb"] = "Reloaded"
        case .history: steps[index].notes["verb"] = "Went back or forward to"
        default: break
        }
    }

    private func lastCause(_ now: Timestamp) -> Int? {
        guard let last = causes.values.max(by: { $0.at < $1.at }), now.milliseconds - last.at.milliseconds <= 2000
        else {
            return nil
        }
        return last.token
    }

    private mutating func forget(_ page: String) {
        titles[page] = nil
        causes[page] = nil
        inputs[page] = nil
        scripts[page] = nil
        scrollScripts[page] = nil
        asked[page] = nil
        moves[page] = nil
        for key in [InputKey(page: page, isPress: true), InputKey(page: page, isPress: false)] {
            credits[key] = nil
            told[key] = nil
            reported[key] = nil
        }
    }

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
        if let asked = take(asked: page, now) {
            steps[index].actor = .agent
            steps[index].client = asked.touch.client
            note(asked.action, at: index)
            causes[page] = (steps[index].token, now)
        } else {
            steps[index].parent = cause(page, now)
            if steps[index].parent == nil, let touch = recent(scripts, page, 1000, now) {
                steps[index].actor = .agent
                steps[index].client = touch.client
            }
        }
    }

    private mutating func take(asked page: String, _ now: Timestamp) -> (touch: AgentTouch, action: AgentAction)? {
        for key in [page, ""] {
            guard let found = asked[key], now.milliseconds - found.touch.at.milliseconds < 3000 else { continue }
            asked[key] = nil
            return found
        }
        return nil
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

    private mutating func phrase(_ index: Int, title: String) {
        let verb = steps[index].notes["verb"]?.stringValue ?? "Opened"
        let address = Self.short(steps[index].draft.data["url"]?.stringValue ?? "")
        let redirects = steps[index].notes["redirects"]?.integerValue ?? 0
        let way = redirects == 0 ? "" : redirects == 1 ? " after a redirect" : " after \(redirects) redirects"
        let code = steps[index].draft.data["statusCode"]?.integerValue ?? 200
        let status = code >= 400 ? ", which answered with the error \(code)," : ""
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

    private mutating func moved(within event: EventDraft, _ page: String, _ number: Int64, _ now: Timestamp) {
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
            steps[index].actor = .agent
            steps[index].client = asked.touch.client
        } else {
            steps[index].parent = cause(page, now)
        }
        if steps[index].parent == nil, steps[index].actor == .page {
            guard let touch = recent(scripts, page, 1000, now) else { return steps[index].draft.view = .debug }
            steps[index].actor = .agent
            steps[index].client = touch.client
        }
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

    /// An address without its query, in which a form may have put what was typed. The events have it whole.
    static func bare(_ url: String) -> String { String(url.prefix { $0 != "?" }) }

    /// An address without its scheme, at most 80 characters, its query left out.
    static func short(_ url: String) -> String {
        guard !url.hasPrefix("about:blank") else { return "an empty page" }
        guard !url.hasPrefix("data:"), !url.hasPrefix("blob:") else { return "a page made by script" }
        var text = Substring(url)
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
        text = text.prefix { $0 != "?" }
        if text.hasSuffix("/"), text.filter({ $0 == "/" }).count == 1 { text = text.dropLast() }
        return text.count > 80 ? "\(text.prefix(79))…" : String(text)
    }

    /// An error of Chromium's network stack (`net::ERR_...`) in plain English.
    static func plain(_ error: String) -> String {
        if let known = errors[error] { return known }
        let words = error.replacing("net::ERR_", with: "").replacing("_", with: " ").lowercased()
        return words.isEmpty ? "for a reason that is not known" : words
    }

    private static let errors = [
        "net::ERR_CONNECTION_REFUSED": "the server refused the connection",
        "net::ERR_NAME_NOT_RESOLVED": "there is no such host",
        "net::ERR_CONNECTION_RESET": "the server broke the connection off",
        "net::ERR_CONNECTION_CLOSED": "the server closed the connection",
        "net::ERR_TIMED_OUT": "it took too long", "net::ERR_CONNECTION_TIMED_OUT": "the server did not answer",
        "net::ERR_EMPTY_RESPONSE": "the server sent nothing",
        "net::ERR_TOO_MANY_REDIRECTS": "there were too many redirects",
        "net::ERR_INTERNET_DISCONNECTED": "there is no network",
        "net::ERR_BLOCKED_BY_CLIENT": "the browser's rules refuse it",
        "net::ERR_BLOCKED_BY_RESPONSE": "the answer forbids its use here",
        "net::ERR_CERT_AUTHORITY_INVALID": "the server's certificate is not trusted",
        "net::ERR_CERT_DATE_INVALID": "the server's certificate has lapsed",
    ]
}
