import JSON
import Model

/// Matches the inputs that agents send with those that pages report. The two come on two lines, in either order.
extension ActivityFolder {
    /// How long a page may keep silent about what an agent did, in milliseconds.
    static let unseenPause: Int64 = 600
    /// A page that goes on reporting may have that long.
    static let unseenLimit: Int64 = 10_000
    /// Later than this after a row without a name, a report is of something else.
    static let lateness: Int64 = 10_000
    /// How much earlier than the command a report may come.
    static let creditPause: Int64 = 500

    /// Inputs of one page and kind.
    struct InputKey: Hashable, Sendable {
        let page: String
        let isPress: Bool
    }

    mutating func input(_ action: AgentAction, _ touch: AgentTouch, _ page: String) {
        inputs[page] = touch
        let key = InputKey(page: page, isPress: action.isPress)
        if isReported(key, touch) { return adopt(key, touch) }
        if !key.isPress, let last = unseen.indices.last, unseen[last].key == key { return unseen[last].count += 1 }
        unseen.append(Unseen(key: key, action: action, touch: touch))
    }

    /// Whether the page told of it before the command was known.
    private mutating func isReported(_ key: InputKey, _ touch: AgentTouch) -> Bool {
        guard let credit = credits[key], touch.at.milliseconds - credit.at.milliseconds <= Self.creditPause else {
            return false
        }
        // One press is one report; of a text there may be more commands than reports.
        if key.isPress { credits[key] = credit.count > 1 ? (credit.at, credit.count - 1) : nil }
        return true
    }

    private mutating func adopt(_ key: InputKey, _ touch: AgentTouch) {
        let kinds: [Step.Kind] = key.isPress ? [.click] : [.type, .key]
        let found = steps.lastIndex { $0.page == key.page && kinds.contains($0.kind) && $0.actor == .page }
        if let found { adopt(found, touch) }
    }

    /// What a script of the agent did may be reported before the script is known here.
    mutating func ran(_ touch: AgentTouch, on page: String) {
        scripts[page] = touch
        let found = steps.lastIndex { step in
            step.page == page && step.actor == .page && step.draft.data["byScript"] == true
                && touch.at.milliseconds - step.opened.milliseconds < 100
        }
        if let found { adopt(found, touch) }
    }

    /// The step turns out to be an agent's.
    mutating func adopt(_ index: Int, _ touch: AgentTouch) {
        steps[index].actor = .agent
        steps[index].client = touch.client
        steps[index].parent = nil
        if let page = steps[index].page { causes[page] = (steps[index].token, touch.at) }
    }

    /// A page has reported an input: the oldest that waits is seen. False when it comes so late that it has been told without a name.
    mutating func seen(page: String, press: Bool, at now: Timestamp) -> Bool {
        let key = InputKey(page: page, isPress: press)
        reported[key] = now
        if let told = told[key], told.count > 0, now.milliseconds - told.at.milliseconds < Self.lateness {
            self.told[key]?.count -= 1
            return false
        }
        let index = unseen.firstIndex { $0.key.isPress == press && ($0.key.page == page || $0.key.page.isEmpty) }
        if let index {
            unseen.remove(at: index)
        } else {
            let isFresh = credits[key].map { now.milliseconds - $0.at.milliseconds <= Self.creditPause } ?? false
            credits[key] = (now, isFresh ? (credits[key]?.count ?? 0) + 1 : 1)
        }
        return true
    }

    private func isGivenUp(_ one: Unseen, at now: Timestamp) -> Bool {
        let waited = now.milliseconds - one.touch.at.milliseconds
        let silent = now.milliseconds - (reported[one.key]?.milliseconds ?? 0)
        return waited >= Self.unseenLimit || waited >= Self.unseenPause && silent >= Self.unseenPause
    }

    /// What no page has reported in time still is a step, without a name. What was typed is not shown: nobody knows into what.
    mutating func giveUpUnseen(at now: Timestamp) {
        let lost = unseen.filter { isGivenUp($0, at: now) }
        guard !lost.isEmpty else { return }
        let kept = unseen.filter { !isGivenUp($0, at: now) }
        unseen = kept
        for one in lost { told[one.key] = (now, (told[one.key]?.count ?? 0) + one.count) }
        if lost.count <= 20 { return lost.forEach { open(unseen: $0, times: 1) } }
        for (_, group) in Dictionary(grouping: lost, by: \.key).sorted(by: {
            $0.value[0].touch.at < $1.value[0].touch.at
        }) {
            open(unseen: group[0], times: group.count)
        }
    }

    private mutating func open(unseen one: Unseen, times: Int) {
        let page = one.key.page.isEmpty ? nil : one.key.page
        let what =
            one.key.isPress ? "Clicked somewhere on \(name(of: page))" : "Typed a hidden text on \(name(of: page))"
        var draft = ActivityDraft(
            type: one.key.isPress ? "browser.click" : "browser.type",
            category: .browser,
            time: one.touch.at,
            message: times > 1 ? "\(what) \(times) times" : what
        )
        if case .press(let x, let y) = one.action { draft.data = ["x": .integer(x), "y": .integer(y)] }
        if !one.key.isPress { draft.data["masked"] = true }
        let index = open(.other, draft, page: page, at: one.touch.at, quiet: 0)
        steps[index].count = times
        adopt(index, one.touch)
    }
}

extension AgentAction {
    fileprivate var isPress: Bool {
        if case .press = self { true } else { false }
    }
}
