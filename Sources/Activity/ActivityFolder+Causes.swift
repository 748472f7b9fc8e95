import JSON
import Model

/// Who did it, and what came of what.
extension ActivityFolder {
    /// Who is behind an input: the agent that has just sent one, or run a script; else the page itself.
    mutating func attribute(_ index: Int, _ report: PageReport, page: String, trusted: Bool, at now: Timestamp) {
        let typist = typist(of: report, page, now)
        let touch = typist ?? (trusted ? recent(inputs, page, 3000, now) : recent(scripts, page, 1000, now))
        guard let touch = touch ?? (trusted ? nil : recent(inputs, page, 100, now)) else { return }
        steps[index].isDone(by: touch)
    }

    func recent(_ touches: [String: Touch], _ page: String, _ pause: Int64, _ now: Timestamp) -> Touch? {
        let found = [touches[page], touches[""]].compactMap { $0 }.max { $0.at < $1.at }
        guard let found, now.milliseconds - found.at.milliseconds <= pause else { return nil }
        return found
    }

    /// The step that probably caused what happens now: the last of the page, at most two seconds ago.
    func cause(_ page: String?, _ now: Timestamp) -> Int? {
        guard let page, let cause = causes[page], now.milliseconds - cause.at.milliseconds <= 2000 else { return nil }
        return cause.token
    }
}
