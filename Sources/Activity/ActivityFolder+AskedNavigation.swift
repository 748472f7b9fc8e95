import JSON
import Model

/// Navigations that agents ask for, matched with those that pages make.
extension ActivityFolder {
    /// The page may have set out before the command is known here.
    mutating func ask(_ action: AgentAction, _ touch: Touch, _ page: String) {
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

    mutating func note(_ action: AgentAction, at index: Int) {
        steps[index].notes["asked"] = true
        switch action {
        case .reload:
            steps[index].notes["verb"] = "Reloaded"
            if let page = steps[index].page { places[page] = steps[index].notes["place"]?.integerValue }
        case .history(let entry):
            let isForward = steps[index].notes["place"]?.integerValue.map { entry > $0 } ?? false
            steps[index].notes["verb"] = .string(isForward ? "Went forward to" : "Went back to")
            if let page = steps[index].page { places[page] = entry }
        default: break
        }
    }

    /// A page leaves its place in its history, which is noted in case it only goes back or forward.
    mutating func leavePlace(_ page: String, at index: Int) {
        if let place = places.removeValue(forKey: page) { steps[index].notes["place"] = .integer(place) }
    }

    /// What was asked for a moment ago.
    /// - Parameter isWithin: the page has moved within its document, as pages also do by themselves.
    mutating func take(asked page: String, isWithin: Bool = false, _ now: Timestamp) -> (
        touch: Touch, action: AgentAction
    )? {
        for key in [page, ""] {
            guard let found = asked[key], now.milliseconds - found.touch.at.milliseconds < 3000,
                !isWithin || found.action != .navigate(isPlace: false)
            else { continue }
            asked[key] = nil
            return found
        }
        return nil
    }
}
