import Model

/// Who types. Several may, in turn: an agent whose text was held while a person typed, say.
extension ActivityFolder {
    /// So many turns are known of a page.
    private static let turnCount = 16

    /// From one's first text or key until another's.
    struct Turn: Sendable {
        let first: Touch
        var last: Timestamp
    }

    mutating func types(_ touch: Touch, _ page: String) {
        inputs[page] = touch
        var turns = typists[page, default: []]
        if let index = turns.indices.last, turns[index].first.isSame(as: touch) {
            turns[index].last = touch.at
        } else {
            turns.append(Turn(first: touch, last: touch.at))
        }
        typists[page] = turns.suffix(Self.turnCount)
    }

    /// Who has typed what a page tells: whose turn it was when the browser took it.
    func typist(of report: PageReport, _ page: String, _ now: Timestamp) -> Touch? {
        guard report.kind == .key || report.kind == .input && report.flag("trusted") else { return nil }
        let turns = [page, ""].compactMap { typists[$0]?.last { $0.first.at <= report.made } }
        guard let turn = turns.max(by: { $0.first.at < $1.first.at }), now.milliseconds - turn.last.milliseconds <= 3000
        else { return nil }
        return turn.first
    }

    /// Whether what a page tells goes on with a step of keys or texts, as far as it is known who did it.
    func goesOn(_ index: Int, _ report: PageReport, _ page: String, _ now: Timestamp) -> Bool {
        guard steps[index].settles > now else { return false }
        guard steps[index].isSomebodys, let typist = typist(of: report, page, now) else { return true }
        return steps[index].actor == typist.actor && steps[index].doer == typist.number
    }
}

extension Touch {
    fileprivate func isSame(as other: Touch) -> Bool { actor == other.actor && number == other.number }
}
