import Model

/// What is to be archived when: what has failed is tried again later, three times in all while the server runs.
struct ArchiveSchedule: Sendable {
    /// After the first and the second failure, in seconds.
    static let pauses = [60, 600]
    /// After a disk was found full, in seconds.
    static let pauseWhenFull = 300

    private struct Failure {
        var count: Int
        var next: Timestamp
    }

    /// There is nothing to be done about these.
    private var settled: Set<RunID> = []
    private var failures: [RunID: Failure] = [:]
    private var fullUntil: Timestamp?

    /// Whether anything may be tried at all.
    func isOpen(at now: Timestamp) -> Bool { fullUntil.map { $0 <= now } ?? true }

    /// Whether a run may be looked at.
    func isDue(_ run: RunID, at now: Timestamp) -> Bool {
        !settled.contains(run) && (failures[run].map { $0.next <= now } ?? true)
    }

    mutating func settle(_ run: RunID) {
        settled.insert(run)
        failures[run] = nil
    }

    mutating func foundFull(at now: Timestamp) { fullUntil = now.adding(seconds: Self.pauseWhenFull) }

    /// - Returns: in how many seconds it is tried again; nil: not any more.
    mutating func failed(_ run: RunID, at now: Timestamp) -> Int? {
        let count = (failures[run]?.count ?? 0) + 1
        guard count <= Self.pauses.count else {
            settle(run)
            return nil
        }
        let pause = Self.pauses[count - 1]
        failures[run] = Failure(count: count, next: now.adding(seconds: pause))
        return pause
    }

    /// Forgets all runs but these.
    mutating func keep(only runs: Set<RunID>) {
        settled.formIntersection(runs)
        failures = failures.filter { runs.contains($0.key) }
    }
}
