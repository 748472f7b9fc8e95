import JSON
import Model

extension ActivityFolder {
    /// The step in its final words; nil when it turned out to be none.
    func finished(_ step: Step) -> ActivityDraft? {
        guard step.kind != .hover || step.isSomebodys, step.key != Self.wheelKey else { return nil }
        var draft = step.draft
        draft.parent = id(of: step.parent)
        word(step, &draft)
        if step.actor == .person, ![.dialog, .told].contains(step.kind) {
            draft.message = "A person \(draft.message.prefix(1).lowercased() + draft.message.dropFirst())"
        }
        draft.data["actor"] = .string(step.actor.rawValue)
        if let doer = step.doer { draft.data[step.actor == .person ? "viewer" : "client"] = .integer(Int64(doer)) }
        if let page = step.page { draft.data["pageId"] = .string(page) }
        if let element = step.element { draft.data["target"] = element.data }
        if step.count > 1 { draft.data["count"] = .integer(Int64(step.count)) }
        let events = step.events ?? (step.eventsBefore + 1)...max(step.eventsBefore + 1, eventNumber)
        if events.upperBound <= eventNumber {
            draft.data["events"] = ["from": .integer(events.lowerBound), "to": .integer(events.upperBound)]
        }
        return draft
    }

    private func word(_ step: Step, _ draft: inout ActivityDraft) {
        let seconds = max(0, step.last.seconds(since: step.opened))
        switch step.kind {
        case .click where step.count > 1: draft.message += " \(step.count) times\(Self.time(seconds))"
        case .key where step.count > 1: draft.message += " \(step.count) times"
        case .type, .scroll:
            draft.durationSeconds = seconds
            draft.message += Self.time(seconds)
        case .dialog: wordDialog(step, seconds, &draft)
        case .navigation: wordNavigation(step, seconds, &draft)
        case .failures where step.count > 1:
            draft.message =
                "\(step.count) requests failed, the first one: \(draft.message.prefix(1).lowercased() + draft.message.dropFirst())"
        case .consoleErrors where step.count > 1, .pageError where step.count > 1:
            draft.message += " (\(step.count) times)"
        case .submit: if step.parent == nil, step.actor == .page { draft.view = .debug }
        default: break
        }
        if step.actor == .page, step.parent == nil, [.click, .type, .select, .check, .scroll].contains(step.kind) {
            draft.message =
                "The page itself did this: \(draft.message.prefix(1).lowercased() + draft.message.dropFirst())"
            draft.view = .debug
        }
    }

    private func wordDialog(_ step: Step, _ seconds: Double, _ draft: inout ActivityDraft) {
        guard let accepted = step.notes["accepted"]?.boolValue else { return }
        draft.durationSeconds = seconds
        let who =
            switch step.actor {
            case .agent: "the agent"
            case .person: "a person"
            case .martlet, .page: "nobody answered, so Martlet"
            }
        draft.message +=
            "; \(who) \(Self.answer(draft, accepted))\(Self.time(seconds).replacing(" in ", with: " after "))"
    }

    private static func answer(_ draft: ActivityDraft, _ accepted: Bool) -> String {
        if draft.data["dialogType"] == "alert" { return "closed it" }
        guard accepted else { return "declined" }
        if draft.data["masked"] == true { return "answered with a hidden text" }
        return draft.data["text"]?.stringValue.map { "answered \($0.quoted)" } ?? "accepted"
    }

    private func wordNavigation(_ step: Step, _ seconds: Double, _ draft: inout ActivityDraft) {
        draft.durationSeconds = seconds
        if draft.status == "started" {
            draft.message = "\(draft.message) (not loaded yet when this was written)"
        } else {
            draft.message += draft.status == "failed" ? "" : Self.time(seconds)
        }
    }

    /// ` in 1.25 s`, empty for what took no time worth telling.
    static func time(_ seconds: Double) -> String {
        guard seconds >= 0.05 else { return "" }
        let hundredths = Int64((seconds * 100).rounded())
        let fraction = hundredths % 100
        return " in \(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
}
