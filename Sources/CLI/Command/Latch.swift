import Synchronization

/// A switch that several threads look at.
final class Latch: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .acquiring) }

    /// Sets it.
    /// - Returns: whether it was set before.
    func set() -> Bool { value.exchange(true, ordering: .acquiringAndReleasing) }
}
