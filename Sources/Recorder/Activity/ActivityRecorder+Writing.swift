import Activity
import Logging
import Model
import Store

/// What goes out: settled items on their way to the store, then to readers.
extension ActivityRecorder {
    /// What has settled since it was asked last.
    func settled() -> [ActivityItem] {
        folder.take().map { ActivityItem($0.draft.redacted(by: redaction), id: $0.id) }
    }

    /// Queues rows, and begins to write.
    func give(_ rows: some Sequence<ActivityItem>) {
        // Nobody empties the queue of a store that failed.
        guard !isBroken else { return }
        queue += rows
        guard !queue.isEmpty, !isWriting else { return }
        isWriting = true
        Task { await write() }
    }

    private func write() async {
        while !queue.isEmpty, !isBroken {
            let batch = Array(queue.prefix(Self.batchCount))
            do throws(StoreError) {
                try await store.activity.append(batch, to: run)
                queue.removeFirst(batch.count)
                hub.published(run, batch)
            } catch {
                logger.error("Activity not stored: \(error)")
                isBroken = true
                queue = []
            }
            wake()
        }
        isWriting = false
        wake()
    }

    /// Returns when something was written, or the store has failed.
    func written() async { await withCheckedContinuation { waiting.append($0) } }

    private func wake() {
        let woken = waiting
        waiting = []
        for one in woken { one.resume() }
    }
}
