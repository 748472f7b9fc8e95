import Activity
import JSON
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
            await closeActivity(of: run, end)
            try await store.close(run.id, end, last: [Event(.lifecycle(end, of: run), id: id)])
        }
    }

    /// Writes the last row of the activity where it is not there yet. Steps that were still open are lost. A row that cannot be written, as on a full disk,
    /// does not keep the run from being closed.
    private func closeActivity(of run: Run, _ end: RunEnd) async {
        do throws(StoreError) {
            let last = try await store.activity.last(of: run.id)
            if let last, try await isEnd(last, of: run) { return }
            try await appendEnd(to: run, end, after: last)
        } catch {
            logger.warning("Activity not closed", metadata: ["run.id": "\(run.id)", "error": "\(error)"])
        }
    }

    /// Whether the run's end is told already: the server was lost between this row and the closing of the run.
    private func isEnd(_ id: ActivityID, of run: Run) async throws(StoreError) -> Bool {
        let rows = try await store.activity.page(of: run.id, after: id.number - 1, matching: .everything, limit: 1)
        let type = rows.items.first.flatMap { try? JSON.parse($0.json)["type"]?.stringValue }
        return ["runtime.stopped", "runtime.failed"].contains(type)
    }

    private func appendEnd(to run: Run, _ end: RunEnd, after last: ActivityID?) async throws(StoreError) {
        let milliseconds = max(end.finishedAt.milliseconds, last?.uuid.milliseconds ?? 0)
        let id = ActivityID(run: run.id, number: (last?.number ?? 0) + 1, milliseconds: milliseconds)
        try await store.activity.append(
            [ActivityItem(ActivityDraft(lifecycle: .lifecycle(end, of: run)), id: id)],
            to: run.id
        )
    }

    private static let hostLost = RunFailure(
        code: .hostLost,
        message: "The server was lost while the run was open. The record is whole up to its last committed event."
    )
}
