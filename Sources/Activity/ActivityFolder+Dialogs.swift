import JSON
import Model

/// Dialogs and who answered them.
extension ActivityFolder {
    /// Martlet answers no dialog earlier, in seconds.
    private static let martletAnswersAfter = 0.9

    mutating func dialog(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        if event.status == .started { return open(dialog: event, number, now) }
        guard let index = index(of: .dialog, page: event.pageID) else { return }
        steps[index].notes["accepted"] = event.data["accepted"] ?? false
        steps[index].draft.data["accepted"] = event.data["accepted"] ?? false
        attribute(dialog: index, now)
        steps[index].covers(number)
        // The agent's answer may become known a moment later.
        prolong(index, at: now, quiet: 150)
    }

    private mutating func open(dialog event: EventDraft, _ number: Int64, _ now: Timestamp) {
        let kind = event.data["dialogType"]?.stringValue ?? "alert"
        let text = event.data["message"]?.stringValue ?? ""
        let asked =
            kind == "beforeunload"
            ? "asked whether to leave it" : "\(kind == "alert" ? "said" : "asked") \(text.quoted)"
        let draft = ActivityDraft(
            type: "browser.dialog",
            category: .browser,
            time: event.time,
            message: "The page \(asked)",
            data: ["dialogType": .string(kind)]
        )
        let index = open(.dialog, draft, page: event.pageID, at: now, quiet: 3_600_000)
        steps[index].notes["question"] = .string(text)
        steps[index].parent = cause(event.pageID, now)
        steps[index].covers(number)
    }

    /// Who answered: the agent whose answer was seen, or one that was quicker than Martlet ever is; else Martlet.
    private mutating func attribute(dialog index: Int, _ now: Timestamp) {
        steps[index].actor = .martlet
        let answer = answers.removeValue(forKey: steps[index].page ?? "") ?? answers.removeValue(forKey: "")
        if let answer, now.milliseconds - answer.touch.at.milliseconds < 3000 {
            take(answer: answer.text, of: answer.touch, for: index)
        }
        if steps[index].actor == .martlet, now.seconds(since: steps[index].opened) < Self.martletAnswersAfter {
            steps[index].actor = .agent
            steps[index].doer = doerCounts[.agent] == 1 ? 1 : nil
        }
    }

    /// An agent answers a dialog, before or after the browser tells that it is closed.
    mutating func answer(_ touch: Touch, _ text: String?, _ page: String?) {
        let found = steps.lastIndex { $0.kind == .dialog && (page == nil || $0.page == page) }
        guard let index = found, steps[index].notes["accepted"] != nil, steps[index].notes["answered"] == nil else {
            answers[page ?? ""] = (touch, text)
            return
        }
        take(answer: text, of: touch, for: index)
    }

    private mutating func take(answer text: String?, of touch: Touch, for index: Int) {
        steps[index].isDone(by: touch)
        steps[index].notes["answered"] = true
        guard let text, !text.isEmpty, steps[index].draft.data["dialogType"] == "prompt" else { return }
        if PageObserver.asksForSecret(steps[index].notes["question"]?.stringValue ?? "") {
            steps[index].draft.data["masked"] = true
        } else {
            steps[index].draft.data["text"] = .string(String(text.prefix(500)))
        }
    }
}
