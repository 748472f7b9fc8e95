import GRDB
import Model
import Store

/// What the writer knows of the runs that are open: their last numbers and kinds, so that an append need not read.
///
/// Read from the tables at a run's first append, dropped when a write of it fails or it is closed.
struct OpenRuns: Sendable {
    private var runs: [RunID: OpenRun] = [:]

    /// Hands a run to `body`, and keeps what it made of it.
    /// - Throws: `notFound`; `conflict` when the run is closed; what `body` throws.
    mutating func update(
        _ id: RunID,
        from database: Database,
        _ body: (inout OpenRun) throws -> Void
    ) throws {
        var run = try runs.removeValue(forKey: id) ?? OpenRun(id, from: database)
        try body(&run)
        runs[id] = run
    }

    mutating func forget(_ id: RunID) { runs[id] = nil }

    mutating func forgetAll() { runs = [:] }
}
