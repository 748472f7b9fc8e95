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
    /// Later than this after an input that was told without a name, a report is of something else.
    static let lateness: Int64 = 20_000
    /// So many inputs told without a name are remembered of a page.
    static let toldCount = 100
    /// A press is taken by the browser within this time after it was sent, as a rule.
    static let nearness: Int64 = 250
    /// Of more inputs than that the page is behind, and what it tells is of the oldest.
    static let nearCount = 8
    /// How much earlier than the command a report may come.
    static let creditPause: Int64 = 500

    /// Inputs of one page and kind.
    struct InputKey: Hashable, Sendable {
        let page: String
        let isPress: Bool
    }

    mutating func input(_ action: AgentAction, _ touch: Touch, _ page: String) {
        let key = InputKey(page: page, isPress: action.isPress)
        if key.isPress { inputs[page] = touch } else { types(touch, page) }
        if isReported(key, touch) { return adopt(key, touch) }
        if !key.isPress, let last = unseen.indices.last, unseen[last].key == key { return unseen[last].count += 1 }
        if unseen.count >= Self.unseenCount { giveUpUnseen(at: Timestamp(milliseconds: .max)) }
        unseen.append(Unseen(key: key, action: action, touch: touch))
    }

    /// A key that writes no text. The page need not tell of it, and may have done so before the command is known here.
    mutating func key(_ touch: Touch, _ page: String) {
        types(touch, page)
        let found = steps.lastIndex { step in
            step.page == page && [.key, .type].contains(step.kind) && step.actor == .page
                && step.draft.data["byScript"] != true
                && touch.at.milliseconds - step.opened.milliseconds <= Self.creditPause
        }
        if let found { adopt(found, touch) }
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

    /// A page has reported an input: that which waits for it is seen. False when it comes so late that it has been told without a name.
    /// - Parameter press: When the browser took a press; nil for texts, which do not say.
    mutating func seen(page: String, press: Timestamp? = nil, at now: Timestamp) -> Bool {
        let key = InputKey(page: page, isPress: press != nil)
        reported[key] = now
        let waiting = waiting(for: key, press)
        if isLate(key, press, waiting, now) { return false }
        if let waiting {
            if press != nil { overtake(before: waiting, now) }
            unseen.remove(at: waiting)
        } else {
            let isFresh = credits[key].map { now.milliseconds - $0.at.milliseconds <= Self.creditPause } ?? false
            credits[key] = (now, isFresh ? (credits[key]?.count ?? 0) + 1 : 1)
        }
        return true
    }

    /// The input that waits for this report: of presses that which was sent nearest to it, else the oldest.
    private func waiting(for key: InputKey, _ press: Timestamp?) -> Int? {
        let found = unseen.indices.lazy.filter { index in
            let other = unseen[index].key
            return other.isPress == key.isPress && (other.page == key.page || other.page.isEmpty)
        }
        guard let press, unseen.count <= Self.nearCount else { return found.first }
        let near = found.min { distance($0, press) < distance($1, press) }
        return near.flatMap { distance($0, press) <= Self.nearness ? $0 : nil } ?? found.first
    }

    /// Presses of the page that were sent well before one that it has told of will hardly be told of: pages take them in order.
    private mutating func overtake(before index: Int, _ now: Timestamp) {
        guard unseen.count <= Self.nearCount else { return }
        let (key, sent) = (unseen[index].key, unseen[index].touch.at.milliseconds)
        for other in unseen.indices.prefix(index) {
            let isOlder = unseen[other].key == key && sent - unseen[other].touch.at.milliseconds > Self.nearness
            guard isOlder, unseen[other].deadline == nil else { continue }
            unseen[other].deadline = Timestamp(milliseconds: now.milliseconds + Self.nearness)
        }
    }

    private func distance(_ index: Int, _ press: Timestamp) -> Int64 {
        abs(unseen[index].touch.at.milliseconds - press.milliseconds)
    }

    /// Whether the page tells of what was told without a name already.
    private mutating func isLate(_ key: InputKey, _ press: Timestamp?, _ waiting: Int?, _ now: Timestamp) -> Bool {
        guard let times = told[key], let last = times.last, now.milliseconds - last.milliseconds < Self.lateness else {
            told[key] = nil
            return false
        }
        guard let press else {
            if waiting == nil { forget(told: 0, of: key) }
            return waiting == nil
        }
        func distance(_ one: Timestamp) -> Int64 { abs(one.milliseconds - press.milliseconds) }
        guard let near = times.indices.min(by: { distance(times[$0]) < distance(times[$1]) }),
            distance(times[near]) <= min(Self.nearness, waiting.map { self.distance($0, press) } ?? .max)
        else { return false }
        forget(told: near, of: key)
        return true
    }

    private mutating func forget(told index: Int, of key: InputKey) {
        told[key]?.remove(at: index)
        if told[key]?.isEmpty == true { told[key] = nil }
    }
}

extension AgentAction {
    fileprivate var isPress: Bool {
        if case .press = self { true } else { false }
    }
}
