public import Model

/// A settled step with its id.
public struct SettledStep: Sendable, Equatable {
    public let id: ActivityID
    public let draft: ActivityDraft
}

/// Folds what happened in a run into the steps that a person would tell. No I/O, no clock of its own.
///
/// It is fed with the run's events in their order, the commands of agents, the reports of ``PageObserver`` and the passing of time. A step stays open
/// while more of it may come; once settled it is given out and never changes. Steps come out in the order in which they began: one that
/// takes long (a slow page) holds those after it for two seconds at most.
public struct ActivityFolder: Sendable {
    static let overtakeAfter: Int64 = 2000
    static let openLimit = 2000

    let run: RunID
    let startedAt: Timestamp
    var steps: [Step] = []
    /// The ids of steps given out lately, by token.
    private var ids: [Int: ActivityID] = [:]
    private var tokenCount = 0
    private var number: Int64
    private var milliseconds: Int64 = 0
    private var lastTick = Timestamp(milliseconds: 0)
    /// The number of the last event that was read.
    var eventNumber: Int64 = 0
    var settled: [SettledStep] = []
    var clients: [Int: Int] = [:]
    /// What agents did last, by page.
    var inputs: [String: AgentTouch] = [:]
    var moves: [String: AgentTouch] = [:]
    var scripts: [String: AgentTouch] = [:]
    var scrollScripts: [String: AgentTouch] = [:]
    var asked: [String: (touch: AgentTouch, action: AgentAction)] = [:]
    var tabOpening: AgentTouch?
    var tabClosing: AgentTouch?
    var answered: (touch: AgentTouch, accepted: Bool)?
    /// Presses and texts of agents that no page has reported yet.
    var unseen: [Unseen] = []
    /// The last step of a page that may cause others.
    var causes: [String: (token: Int, at: Timestamp)] = [:]
    var viewports: [String: AgentAction] = [:]
    var titles: [String: String] = [:]
    /// Clicks on one element with no second of rest between them.
    var repeated: (key: String, last: Timestamp, count: Int) = ("", Timestamp(milliseconds: 0), 0)

    /// Inputs that pages reported and whose commands are not known yet, and when the last one was.
    var credits: [InputKey: (at: Timestamp, count: Int)] = [:]
    /// Inputs that were told without a name, and when the last one was.
    var told: [InputKey: (at: Timestamp, count: Int)] = [:]
    /// When pages reported inputs last.
    var reported: [InputKey: Timestamp] = [:]

    struct Unseen: Sendable {
        let key: InputKey
        let action: AgentAction
        let touch: AgentTouch
        var count = 1
    }

    /// - Parameter after: The number of the last item that the run has already.
    public init(run: RunID, startedAt: Timestamp, after: Int64 = 0) {
        self.run = run
        self.startedAt = startedAt
        number = after
    }

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
        return (moments + [waits].compactMap { $0 }).filter { $0 > lastTick }.min()
    }

    /// Lets time pass: what has been quiet long enough settles.
    public mutating func tick(at now: Timestamp) {
        lastTick = now
        giveUpUnseen(at: now)
        release(at: now)
    }

    /// Settles everything.
    public mutating func finish(at now: Timestamp) {
        giveUpUnseen(at: Timestamp(milliseconds: .max))
        for index in steps.indices { steps[index].settles = min(steps[index].settles, now) }
        release(at: now, all: true)
    }

    // MARK: Steps

    /// Opens a step. Bursts of other kinds on the same page are over with it.
    @discardableResult
    mutating func open(
        _ kind: Step.Kind,
        _ draft: ActivityDraft,
        page: String?,
        key: String = "",
        at now: Timestamp,
        quiet: Int64
    ) -> Int {
        tokenCount += 1
        if steps.count >= Self.openLimit { release(at: now, all: true) }
        steps.append(
            Step(
                token: tokenCount,
                kind: kind,
                page: page,
                key: key,
                draft: draft,
                opened: now,
                last: now,
                settles: Timestamp(milliseconds: now.milliseconds + quiet),
                eventsBefore: eventNumber
            )
        )
        return steps.count - 1
    }

    /// The last open step of a kind.
    func index(of kind: Step.Kind, page: String?, key: String? = nil) -> Int? {
        steps.lastIndex { $0.kind == kind && $0.page == page && (key == nil || $0.key == key) }
    }

    mutating func prolong(_ index: Int, at now: Timestamp, quiet: Int64) {
        steps[index].last = now
        steps[index].settles = Timestamp(milliseconds: now.milliseconds + quiet)
    }

    mutating func settle(_ index: Int, at now: Timestamp) { steps[index].settles = min(steps[index].settles, now) }

    /// Something else happens on the page: what was being typed, scrolled or pointed at is over.
    mutating func interrupt(page: String?, at now: Timestamp, except key: String? = nil) {
        for index in steps.indices where steps[index].page == page && steps[index].key != key {
            if [.type, .scroll, .key].contains(steps[index].kind) { settle(index, at: now) }
        }
    }

    private mutating func release(at now: Timestamp, all: Bool = false) {
        var kept: [Step] = []
        var isHeld = false
        for step in steps {
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
        if ids.count >= 4096 { ids = [:] }
        ids[step.token] = id
        settled.append(SettledStep(id: id, draft: draft))
    }

    func id(of token: Int?) -> ActivityID? { token.flatMap { ids[$0] } }
}
