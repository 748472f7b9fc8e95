import JSON
import Model

/// Matches the inputs that agents send with those that pages report. The two come on two lines, in either order.
extension ActivityFolder {
    /// How long a page may keep silent about what an agent did, in milliseconds.
    static let unseenPause: Int64 = 1500
    /// So many inputs wait for their pages; at more all become rows without names.
    static let unseenCount = 10_000
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

    mutating func input(_ action: AgentAction, _ touch: Touch, _ page: String) {
        inputs[page] = touch
        let key = InputKey(page: page, isPress: action.isPress)
        if isReported(key, touch) { return adopt(key, touch) }
        if !key.isPress, let last = unseen.indices.last, unseen[last].key == key { return unseen[last].count += 1 }
        if unseen.count >= Self.unseenCount { giveUpUnseen(at: Timestamp(milliseconds: .max)) }
        unseen.append(Unseen(key: key, action: action, touch: touch))
    }

    /// Whether the page told of it before the command was known.
    private mutating func isReported(_ key: InputKey, _ touch: Touch) -> Bool {
        guard let credit = credits[key], touch.at.milliseconds - credit.at.milliseconds <= Self.creditPause else {
            return false
        }
        // One press is one report; of a text there may be more commands than reports.
        if key.isPress { credits[key] = credit.count > 1 ? (credit.at, credit.count - 1) : nil }
        return true
    }

    private mutating func adopt(_ key: InputKey, _ touch: Touch) {
        let kinds: [Step.Kind] = key.isPress ? [.click] : [.type, .key]
        let found = steps.lastIndex { $0.page == key.page && kinds.contains($0.kind) && $0.actor == .page }
        if let found { adopt(found, touch) }
    }

    /// What a script of the agent did may be reported before the script is known here.
    mutating func ran(_ touch: Touch, on page: String) {
        scripts[page] = touch
        let found = steps.lastIndex { step in
            step.page == page && step.actor == .page && step.draft.data["byScript"] == true
                && touch.at.milliseconds - step.opened.milliseconds < 100
        }
        if let found { adopt(found, touch) }
    }

    /// The step turns out to be an agent's.
    mutating func adopt(_ index: Int, _ touch: Touch) {
        steps[index].isDone(by: touch)
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
}

extension AgentAction {
    fileprivate var isPress: Bool {
        if case .press = self { true } else { false }
    }
}
