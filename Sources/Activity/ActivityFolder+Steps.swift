import JSON
import Model

/// Steps that are open.
extension ActivityFolder {
    /// Opens a step, which settles after `quiet` milliseconds unless it is prolonged. All others settle when too many are open.
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
        ids[tokenCount - Self.idLimit] = nil
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

    /// Moves the newest step to where it began, before those that began later, and returns its index.
    mutating func place(_ newest: Int, since began: Timestamp) -> Int {
        var step = steps.remove(at: newest)
        step.opened = min(step.opened, began)
        let index = steps.lastIndex { $0.opened <= step.opened }.map { $0 + 1 } ?? 0
        steps.insert(step, at: index)
        return index
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
            if steps[index].key == Self.wheelKey { continue }
            if [.type, .scroll, .key].contains(steps[index].kind) { settle(index, at: now) }
        }
    }
}
