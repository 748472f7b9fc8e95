import JSON
import Model

/// Inputs of agents that no page has told of.
extension ActivityFolder {
    private func isGivenUp(_ one: Unseen, at now: Timestamp) -> Bool {
        if let deadline = one.deadline, deadline <= now { return true }
        let waited = now.milliseconds - one.touch.at.milliseconds
        let silent = now.milliseconds - (reported[one.key]?.milliseconds ?? 0)
        return waited >= Self.unseenLimit || waited >= Self.unseenPause && silent >= Self.unseenPause
    }

    /// What no page has reported in time still is a step, without a name. What was typed is not shown: nobody knows into what.
    /// - Parameter closing: A page that is about to go, and will tell no more.
    mutating func giveUpUnseen(at now: Timestamp, closing: String? = nil) {
        let lost = unseen.filter { isGivenUp($0, at: now) || $0.key.page == closing }
        guard !lost.isEmpty else { return }
        let kept = unseen.filter { !isGivenUp($0, at: now) && $0.key.page != closing }
        unseen = kept
        for one in lost {
            let times = (told[one.key] ?? []) + Array(repeating: one.touch.at, count: min(one.count, Self.toldCount))
            told[one.key] = times.suffix(Self.toldCount)
        }
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
        if case .press(let x, let y, _) = one.action { draft.data = ["x": .integer(x), "y": .integer(y)] }
        if !one.key.isPress { draft.data["masked"] = true }
        let index = open(.other, draft, page: page, at: one.touch.at, quiet: 0)
        steps[index].count = times
        adopt(index, one.touch)
        // Before what came while its page was given time.
        _ = place(index, since: one.touch.at)
    }
}
