import JSON
public import Model

/// The passing of time: steps settle, and are given out.
extension ActivityFolder {
    /// The steps that have settled since the last call, in order.
    public mutating func take() -> [SettledStep] {
        defer { settled = [] }
        return settled
    }

    /// When ``tick(at:)`` is due next; nil while nothing is open.
    public var nextTick: Timestamp? {
        let waits = unseen.first.map { one in
            let last = max(one.touch.at.milliseconds, reported[one.key]?.milliseconds ?? 0)
            return Timestamp(milliseconds: last + Self.unseenPause)
        }
        // A step that is settled and held is let go when one before it settles, or is overtaken.
        let moments = steps.flatMap { step in
            [step.settles, Timestamp(milliseconds: step.opened.milliseconds + Self.overtakeAfter)]
        }
        let deadlines = unseen.prefix(Self.nearCount).compactMap(\.deadline)
        let overtaken = unseen.first.map { Timestamp(milliseconds: $0.touch.at.milliseconds + Self.overtakeAfter) }
        return (moments + deadlines + [waits, overtaken].compactMap { $0 }).filter { $0 > lastTick }.min()
    }

    /// Lets time pass: what has been quiet long enough settles.
    public mutating func tick(at now: Timestamp) {
        followClock(to: now)
        lastTick = now
        giveUpUnseen(at: now)
        release(at: now)
    }

    /// When the system's clock was set back, nothing waits, and nothing counts as recent, until the old times come again.
    mutating func followClock(to now: Timestamp) {
        guard lastTick.milliseconds - now.milliseconds > Self.setBack else { return }
        lastTick = now
        finish(at: now)
        (inputs, moves, scripts, scrollScripts, writeScripts) = ([:], [:], [:], [:], [:])
        (held, typists) = ([], [:])
        (asked, answers, causes, plainKeys) = ([:], [:], [:], [:])
        (tabOpenings, tabClosings, contextClosings) = ([], [:], [:])
        (credits, told, reported) = ([:], [:], [:])
        repeated = ("", now, 0)
    }

    /// Settles everything.
    public mutating func finish(at now: Timestamp) {
        giveUpUnseen(at: Timestamp(milliseconds: .max))
        for index in steps.indices { steps[index].settles = min(steps[index].settles, now) }
        release(at: now, all: true)
    }

    mutating func release(at now: Timestamp, all: Bool = false) {
        var kept: [Step] = []
        var isHeld = false
        // What an input that its page may still name stands before.
        let waiting = unseen.first?.touch.at
        for step in steps {
            if let waiting, step.opened > waiting, now.milliseconds - waiting.milliseconds < Self.overtakeAfter {
                isHeld = !all
            }
            let isDue = step.settles <= now || all
            if isDue && !isHeld {
                give(out: step, at: now)
            } else {
                kept.append(step)
                if now.milliseconds - step.opened.milliseconds < Self.overtakeAfter { isHeld = true }
            }
        }
        steps = kept
    }

    private mutating func give(out step: Step, at now: Timestamp) {
        guard let draft = finished(step) else { return }
        number += 1
        milliseconds = max(milliseconds, now.milliseconds)
        let id = ActivityID(run: run, number: number, milliseconds: milliseconds)
        if step.token > tokenCount - Self.idLimit { ids[step.token] = id }
        settled.append(SettledStep(id: id, draft: draft))
    }

    func id(of token: Int?) -> ActivityID? { token.flatMap { ids[$0] } }
}
