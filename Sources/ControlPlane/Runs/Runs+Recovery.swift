import JSON
import Model
import Recorder
import Store

extension Runs {
    /// Closes runs that a lost server left open, as failed with `runtime.host_lost`. What was committed stays as it is.
    ///
    /// A run ends with its last committed event: what came after that nobody knows.
    func closeLostRuns() async throws {
        for run in try await store.openRuns() {
            let last = try await store.lastEvent(of: run.id)
            let finishedAt = last.map { Timestamp(milliseconds: $0.uuid.milliseconds) } ?? run.startedAt
            let end = RunEnd(reason: .crash, failure: Self.hostLost, finishedAt: finishedAt)
            let id = EventID(run: run.id, number: (last?.number ?? 0) + 1, milliseconds: finishedAt.milliseconds)
            try await store.close(run.id, end, last: [Event(.lifecycle(end, of: run), id: id)])
        }
    }

    private static let hostLost = RunFailure(
        code: .hostLost,
        message: "The server was lost while the run was open. The record is whole up to its last committed event."
    )
}
