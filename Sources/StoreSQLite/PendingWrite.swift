import GRDB
import Model

/// A write that waits for its turn.
struct PendingWrite: Sendable {
    /// The run whose record it changes.
    let run: RunID?
    /// Bytes of events, which bound a transaction.
    let weight: Int
    /// Whether it may use the space in reserve, and goes on while others are refused: it closes a run, or takes something away.
    let mayUseReserve: Bool
    let body: @Sendable (Database, inout OpenRuns) throws -> Void
}
