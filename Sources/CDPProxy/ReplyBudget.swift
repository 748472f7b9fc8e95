import Synchronization

/// Bounds the memory of all replies that are kept at one time, in all splices of the process.
final class ReplyBudget: Sendable {
    /// One for the process: 256 MiB.
    static let shared = ReplyBudget(limit: 256 * 1024 * 1024)

    private let limit: Int
    private let used = Mutex(0)

    init(limit: Int) { self.limit = limit }

    /// Whether so many bytes may be held more.
    func take(_ count: Int) -> Bool {
        used.withLock { used in
            guard used + count <= limit else { return false }
            used += count
            return true
        }
    }

    func giveBack(_ count: Int) { used.withLock { $0 -= count } }

    var usedBytes: Int { used.withLock { $0 } }
}
