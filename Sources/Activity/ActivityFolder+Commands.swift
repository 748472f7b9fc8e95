import JSON
public import Model

extension ActivityFolder {
    /// How long a page may take to report what an agent did, in milliseconds.
    static let unseenPause: Int64 = 600

    public mutating func connected(client: Int, at now: Timestamp) {
        let ordinal = number(of: client)
        let draft = ActivityDraft(
            type: "system.agent_connected", category: .system, time: now,
            message: ordinal == 1 ? "An agent connected" : "A further agent connected, number \(ordinal) of this run")
        open(system: draft, client: ordinal, at: now)
    }

    public mutating func disconnected(client: Int, at now: Timestamp) {
        guard let ordinal = clients[client] else { return }
        let message = ordinal == 1 ? "The agent disconnected" : "Agent number \(ordinal) disconnected"
        let draft = ActivityDraft(type: "system.agent_disconnected", category: .system, time: now, message: message)
        open(system: draft, client: ordinal, at: now)
    }

    private mutating func open(system draft: ActivityDraft, client: Int, at now: Timestamp) {
        var draft = draft
        draft.view = .debug
        let index = open(.other, draft, page: nil, at: now, quiet: 0)
        steps[index].actor = .agent
        steps[index].client = client
    }

    /// Clients counted from 1 in the run.
    mutating func number(of client: Int) -> Int {
        if let number = clients[client] { return number }
        clients[client] = clients.count + 1
        return clients.count
    }

    /// Takes a command of an agent.
    /// - Parameter page: The page that it goes to; nil when it is not known, or goes to the browser.
    public mutating func read(_ action: AgentAction, of client: Int, page: String?, at now: Timestamp) {
        let touch = AgentTouch(client: number(of: client), at: now)
        switch action {
        case .press, .text: input(action, touch, page ?? "")
        case .wheel, .move: inputs[page ?? ""] = touch
        case .script: scripts[page ?? ""] = touch
        case .scrollScript:
            scripts[page ?? ""] = touch
            scrollScripts[page ?? ""] = touch
        case .navigate, .reload, .history: asked[page ?? ""] = (touch, action)
        case .openTab: tabAsked = (touch, true)
        case .closeTab: tabAsked = (touch, false)
        case .answerDialog(let accepted): answered = (touch, accepted)
        case .files: inputs[page ?? ""] = touch
        case .screenshot: simple("browser.screenshot", "Took a screenshot of \(name(of: page))", page, touch)
        case .pdf: simple("browser.pdf", "Printed \(name(of: page)) as PDF", page, touch)
        case .switchTab(let target):
            simple("browser.tab_switched", "Switched to \(name(of: target ?? page, tab: true))", target ?? page, touch)
        case .viewport(let width, let height):
            simple("browser.viewport", "Set the window to \(width) × \(height)", page, touch, view: .debug)
        }
        if steps.count > Self.openLimit / 2 { tick(at: now) }
    }

    private mutating func input(_ action: AgentAction, _ touch: AgentTouch, _ page: String) {
        inputs[page] = touch
        if case .text(let count) = action, let last = unseen.indices.last, unseen[last].page == page,
            case .text = unseen[last].action
        {
            unseen[last].count += count
            return
        }
        let count = if case .text(let count) = action { count } else { 1 }
        unseen.append(Unseen(action: action, page: page, touch: touch, count: count))
    }

    /// A step that is settled as soon as it is known.
    mutating func simple(
        _ type: String, _ message: String, _ page: String?, _ touch: AgentTouch, view: ActivityView = .normal
    ) {
        interrupt(page: page, at: touch.at)
        var draft = ActivityDraft(type: type, category: .browser, time: touch.at, message: message)
        draft.view = view
        let index = open(.other, draft, page: page, at: touch.at, quiet: 0)
        steps[index].actor = .agent
        steps[index].client = touch.client
    }

    /// Such as `the page "Basket"`.
    func name(of page: String?, tab: Bool = false) -> String {
        let word = tab ? "tab" : "page"
        guard let title = page.flatMap({ titles[$0] }), !title.isEmpty else { return tab ? "another tab" : "the page" }
        return "the \(word) \(title.quoted)"
    }

    /// The page has reported an input: the oldest that waits is seen.
    mutating func seen(page: String, press: Bool) {
        func isIt(_ one: Unseen) -> Bool {
            guard one.page == page || one.page.isEmpty else { return false }
            if case .press = one.action { return press }
            return !press
        }
        if let index = unseen.firstIndex(where: isIt) { unseen.remove(at: index) }
    }

    /// What no page has reported in time still is a step, without a name. What was typed is not shown: nobody knows into what.
    mutating func giveUpUnseen(at now: Timestamp) {
        while let first = unseen.first, now.milliseconds - first.touch.at.milliseconds >= Self.unseenPause {
            unseen.removeFirst()
            let page = first.page.isEmpty ? nil : first.page
            let isPress = if case .press = first.action { true } else { false }
            var draft = ActivityDraft(
                type: isPress ? "browser.click" : "browser.type", category: .browser, time: first.touch.at,
                message: isPress ? "Clicked somewhere on \(name(of: page))" : "Typed a text on \(name(of: page)), which is not shown")
            if case .press(let x, let y) = first.action { draft.data = ["x": .integer(x), "y": .integer(y)] }
            if !isPress { draft.data["masked"] = true }
            let index = open(.other, draft, page: page, at: first.touch.at, quiet: 0)
            steps[index].actor = .agent
            steps[index].client = first.touch.client
            if let page { causes[page] = (steps[index].token, first.touch.at) }
        }
    }
}
