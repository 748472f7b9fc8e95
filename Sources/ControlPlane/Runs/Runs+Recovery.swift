import Activity
import Logging
import Model
import Recorder
import Store

extension Runs {
    /// Closes runs that a lost server left open, as failed with `runtime.host_lost`. What was committed stays as it is.
    ///
    /// A run ends with its last sign of life, the last that was committed of its events, its activity and its recording: what came after that nobody knows.
    /// - Parameter recorded: how far a run's recording reaches, in milliseconds since the run's start; nil: it has none.
    func closeLostRuns(recorded: (RunID) async -> Int64?) async throws {
        for run in try await store.openRuns() {
            let event = try await store.events.last(of: run.id)
            let row = await lastRow(of: run)
            let signs = [
                run.startedAt.milliseconds, event?.uuid.milliseconds, row?.uuid.milliseconds,
                await recorded(run.id).map { run.startedAt.milliseconds + $0 },
            ]
            let finishedAt = Timestamp(milliseconds: signs.compactMap { $0 }.max() ?? 0)
            try await close(run, RunEnd(reason: .crash, failure: Self.hostLost, finishedAt: finishedAt), event, row)
        }
    }

    private func close(_ run: Run, _ end: RunEnd, _ event: EventID?, _ row: ActivityID?) async throws {
        let (number, milliseconds) = ((event?.number ?? 0) + 1, end.finishedAt.milliseconds)
        let draft = EventDraft.lifecycle(end, of: run)
        let last = Event(draft, id: EventID(run: run.id, number: number, milliseconds: milliseconds))
        let id = ActivityID(run: run.id, number: (row?.number ?? 0) + 1, milliseconds: milliseconds)
        let rows = [ActivityItem(ActivityDraft(lifecycle: draft), id: id)]
        let stored = try await store.close(run.id, end, last: [last], activityIfPossible: rows)
        if stored.isEmpty { logger.warning("Activity not closed", metadata: ["run.id": "\(run.id)"]) }
    }

    /// An activity that cannot be read does not keep the run from being closed. Steps that were still open are lost.
    private func lastRow(of run: Run) async -> ActivityID? {
        do { return try await store.activity.last(of: run.id) } catch { return nil }
    }

    private static let hostLost = RunFailure(
        code: .hostLost,
        message:
            "The server was lost while the run was open. The record is whole up to the run's end, its last sign of life."
    )
}
