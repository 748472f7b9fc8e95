import JSON
public import Model

/// Tabs that come and go.
extension ActivityFolder {
    /// So many tabs that were asked for, and contexts that were thrown away, are known at once.
    private static let tabLimit = 100

    /// A tab has come. The first one, which every browser starts with, was opened by nobody.
    /// - Parameter context: The browser context that it belongs to.
    public mutating func opened(page: String, context: String? = nil, at now: Timestamp) {
        correctTab(named: page)
        pages.append(page)
        contexts[page] = context
        front = page
        guard hasBegun else { return hasBegun = true }
        var draft = ActivityDraft(
            type: "browser.tab_opened",
            category: .browser,
            time: now,
            message: "A new tab opened"
        )
        let touch = takeOpener(now)
        if touch != nil { draft.message = "Opened a new tab" }
        let index = open(.tabOpened, draft, page: page, at: now, quiet: touch == nil ? 60 : 0)
        if let touch {
            steps[index].isDone(by: touch)
        } else {
            steps[index].parent = lastCause(now)
        }
        causes[page] = (steps[index].token, now)
    }

    /// A tab has gone.
    public mutating func closed(page: String, at now: Timestamp) {
        giveUpUnseen(at: now, closing: page)
        for index in steps.indices where steps[index].page == page && !steps[index].outlivesItsPage {
            settle(index, at: now)
        }
        let title = name(of: page, tab: true)
        let closed = "Closed \(title == "another tab" ? "a tab" : title)"
        let asked = takeCloser(of: page, now)
        let isAsked = asked != nil
        let draft = ActivityDraft(
            type: "browser.tab_closed",
            category: .browser,
            time: now,
            message: isAsked ? closed : title == "another tab" ? "A tab closed" : "T\(title.dropFirst()) closed"
        )
        let index = open(.tabClosed, draft, page: page, at: now, quiet: isAsked ? 0 : 500)
        steps[index].notes["closed"] = .string(closed)
        if let asked {
            steps[index].isDone(by: asked)
        } else {
            steps[index].parent = lastCause(now)
        }
        forget(page)
    }

    /// Puppeteer and Selenium ask for the tab that is in front already before each screenshot: no step.
    mutating func switchTab(_ target: String?, _ touch: Touch) {
        let page = target.flatMap { self.page(of: $0) }
        guard page == nil || page != front else { return }
        front = page
        simple("browser.tab_switched", "Switched to \(name(of: page, tab: true))", page, touch)
    }

    /// The page of a target that an agent names. chromedriver names the tab around the page, which is no target of ours: it is taken for that of
    /// the newest page whose tab is not known, since it names new ones at once.
    mutating func page(of target: String) -> String? {
        if pages.contains(target) { return target }
        if let known = tabs[target] { return known }
        tabs[target] = pages.last { !tabs.values.contains($0) }
        return tabs[target]
    }

    /// What was named before it was known here was this page, not the tab around another one: whoever has closed it has not closed that.
    private mutating func correctTab(named page: String) {
        guard let taken = tabs.removeValue(forKey: page) else { return }
        tabClosings[page] = tabClosings.removeValue(forKey: taken)
    }

    mutating func openTab(_ touch: Touch) {
        let index = steps.lastIndex { step in
            step.kind == .tabOpened && step.actor == .page && touch.at.milliseconds - step.opened.milliseconds < 60
        }
        guard let index else {
            tabOpenings = tabOpenings.filter { $0.isFresh(at: touch.at) }.suffix(Self.tabLimit - 1) + [touch]
            return
        }
        adopt(index, touch)
        steps[index].draft.message = "Opened a new tab"
    }

    mutating func closeTab(_ page: String?, _ touch: Touch) {
        guard let index = steps.lastIndex(where: { $0.kind == .tabClosed && $0.actor == .page && $0.page == page })
        else {
            tabClosings[page ?? ""] = touch
            return
        }
        adopt(index, touch)
        causes[page ?? ""] = nil
        steps[index].draft.message = steps[index].notes["closed"]?.stringValue ?? "Closed a tab"
        settle(index, at: touch.at)
    }

    mutating func closeContext(_ id: String, _ touch: Touch) {
        contextClosings = contextClosings.filter { $0.value.isFresh(at: touch.at) }
        if contextClosings.count < Self.tabLimit { contextClosings[id] = touch }
    }

    /// Who has asked for the tab that has come: of several, they come in the order in which they were asked for.
    private mutating func takeOpener(_ now: Timestamp) -> Touch? {
        tabOpenings.removeAll { !$0.isFresh(at: now) }
        return tabOpenings.isEmpty ? nil : tabOpenings.removeFirst()
    }

    /// Who has asked for the closing of a page, by itself or with its browser context.
    private mutating func takeCloser(of page: String, _ now: Timestamp) -> Touch? {
        if let touch = tabClosings.removeValue(forKey: page), touch.isFresh(at: now) { return touch }
        if let touch = contexts[page].flatMap({ contextClosings[$0] }), touch.isFresh(at: now) { return touch }
        return tabClosings.removeValue(forKey: "").flatMap { $0.isFresh(at: now) ? $0 : nil }
    }

    private func lastCause(_ now: Timestamp) -> Int? {
        guard let last = causes.values.max(by: { $0.at < $1.at }), now.milliseconds - last.at.milliseconds <= 2000
        else {
            return nil
        }
        return last.token
    }

    private mutating func forget(_ page: String) {
        pages.removeAll { $0 == page }
        contexts[page] = nil
        tabs = tabs.filter { $0.value != page }
        if front == page || pages.count == 1 { front = pages.count == 1 ? pages[0] : nil }
        titles[page] = nil
        causes[page] = nil
        requests[page] = nil
        inputs[page] = nil
        scripts[page] = nil
        scrollScripts[page] = nil
        writeScripts[page] = nil
        asked[page] = nil
        answers[page] = nil
        places[page] = nil
        moves[page] = nil
        held.remove(page)
        typists[page] = nil
        viewports[page] = nil
        plainKeys[page] = nil
        for key in [InputKey(page: page, isPress: true), InputKey(page: page, isPress: false)] {
            credits[key] = nil
            told[key] = nil
            reported[key] = nil
        }
    }
}
