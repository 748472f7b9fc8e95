import JSON
public import Model

extension ActivityFolder {
    public mutating func connected(client: Int, at now: Timestamp) {
        let ordinal = number(of: .agent(client: client))
        let draft = ActivityDraft(
            type: "system.agent_connected",
            category: .system,
            time: now,
            message: ordinal == 1 ? "An agent connected" : "A further agent connected, number \(ordinal) of this run"
        )
        open(system: draft, client: ordinal, at: now)
    }

    public mutating func disconnected(client: Int, at now: Timestamp) {
        guard let ordinal = doers[.agent(client: client)] else { return }
        let message = ordinal == 1 ? "The agent disconnected" : "Agent number \(ordinal) disconnected"
        let draft = ActivityDraft(type: "system.agent_disconnected", category: .system, time: now, message: message)
        open(system: draft, client: ordinal, at: now)
        doers[.agent(client: client)] = nil
    }

    private mutating func open(system draft: ActivityDraft, client: Int, at now: Timestamp) {
        var draft = draft
        draft.view = .debug
        let index = open(.other, draft, page: nil, at: now, quiet: 0)
        steps[index].isDone(by: Touch(actor: .agent, number: client, at: now))
    }

    /// Clients, and viewers, counted each from 1 in the run.
    mutating func number(of doer: Doer) -> Int {
        if let number = doers[doer] { return number }
        if doers.count >= Self.doerLimit { doers = [:] }
        let number = (doerCounts[doer.actor] ?? 0) + 1
        doers[doer] = number
        doerCounts[doer.actor] = number
        return number
    }

    /// Takes a command of an agent, or of a person at a live view.
    /// - Parameter page: The page that it goes to; nil when it is not known, or goes to the browser.
    public mutating func read(_ action: AgentAction, of doer: Doer, page: String?, at now: Timestamp) {
        followClock(to: now)
        let touch = Touch(actor: doer.actor, number: number(of: doer), at: now)
        switch action {
        case .press(_, _, let isHeld):
            if isHeld { held(page ?? "", at: now) }
            input(action, touch, page ?? "")
        case .text: input(action, touch, page ?? "")
        case .release: released(touch, page ?? "")
        case .takeBack: takenBack(touch, page ?? "")
        case .key: key(touch, page ?? "")
        case .wheel: turned(touch, page ?? "")
        case .move:
            inputs[page ?? ""] = touch
            moves[page ?? ""] = touch
        case .script:
            // The one script of a person is that by which a live view chooses in a select box.
            if doer.actor == .person { choosing = (page ?? "", touch) } else { ran(touch, on: page ?? "") }
        case .scrollScript:
            ran(touch, on: page ?? "")
            scrollScripts[page ?? ""] = touch
        case .writeScript:
            ran(touch, on: page ?? "")
            writeScripts[page ?? ""] = touch
        case .navigate, .reload, .history: ask(action, touch, page ?? "")
        case .openTab: openTab(touch)
        case .closeTab(let target): closeTab((target ?? page).flatMap { self.page(of: $0) }, touch)
        case .closeContext(let id): closeContext(id, touch)
        case .answerDialog(let text): answer(touch, text, page)
        case .files(let paths):
            inputs[page ?? ""] = touch
            uploading = (page ?? "", paths)
        case .screenshot: simple("browser.screenshot", "Took a screenshot of \(name(of: page))", page, touch)
        case .pdf: simple("browser.pdf", "Printed \(name(of: page)) as PDF", page, touch)
        case .switchTab(let target):
            switchTab(target ?? page, touch)
        case .viewport(let width, let height):
            guard viewports[page ?? ""] != action else { return }
            viewports[page ?? ""] = action
            simple("browser.viewport", "Set the window to \(width) × \(height)", page, touch, view: .debug)
        }
        if steps.count > Self.openLimit / 2 { tick(at: now) }
    }

    /// A step that is settled as soon as it is known.
    mutating func simple(
        _ type: String,
        _ message: String,
        _ page: String?,
        _ touch: Touch,
        view: ActivityView = .normal
    ) {
        interrupt(page: page, at: touch.at)
        var draft = ActivityDraft(type: type, category: .browser, time: touch.at, message: message)
        draft.view = view
        let index = open(.other, draft, page: page, at: touch.at, quiet: 0)
        steps[index].isDone(by: touch)
    }

    /// Such as `the page "Basket"`.
    func name(of page: String?, tab: Bool = false) -> String {
        let word = tab ? "tab" : "page"
        guard let title = page.flatMap({ titles[$0] }), !title.isEmpty else { return tab ? "another tab" : "the page" }
        return "the \(word) \(title.quoted)"
    }
}
