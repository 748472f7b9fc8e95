import Activity
import Logging
import Model
import Recorder
import Store

extension Runs {
    /// Closes runs that a lost server left open, as failed with `runtime.host_lost`. What was committed stays as it is.
    ///
    /// A run ends with its last committed event: what came after that nobody knows.
    func closeLostRuns() async throws {
        for run in try await store.openRuns() {
            let last = try await store.events.last(of: run.id)
            let finishedAt = last.map { Timestamp(milliseconds: $0.uuid.milliseconds) } ?? run.startedAt
            let end = RunEnd(reason: .crash, failure: Self.hostLost, finishedAt: finishedAt)
            let id = EventID(run: run.id, number: (last?.number ?? 0) + 1, milliseconds: finishedAt.milliseconds)
            let event = Event(.lifecycle(end, of: run), id: id)
            let rows = await lastRow(of: run, end)
            let stored = try await store.close(run.id, end, last: [event], activityIfPossible: rows)
            if stored.isEmpty { logger.warning("Activity not closed", metadata: ["run.id": "\(run.id)"]) }
        }
    }

    /// The last row of the activity. Steps that were still open are lost. None where the activity cannot be read: the run is closed all the same.
    private func lastRow(of run: Run, _ end: RunEnd) async -> [ActivityItem] {
        do throws(StoreError) {
            let last = try await store.activity.last(of: run.id)
            let milliseconds = max(end.finishedAt.milliseconds, last?.uuid.milliseconds ?? 0)
            let id = ActivityID(run: run.id, number: (last?.number ?? 0) + 1, milliseconds: milliseconds)
            return [ActivityItem(ActivityDraft(lifecycle: .lifecycle(end, of: run)), id: id)]
        } catch {
            return []
        }
    }

    private static let hostLost = RunFailure(
        code: .hostLost,
        message: "The server was lost while the run was open. The record is whole up to its last committed event."
    )
}
