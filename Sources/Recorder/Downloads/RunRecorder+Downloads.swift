import JSON
import Logging
import Model
import Store

extension RunRecorder {
    /// Has a download kept, and writes its event after that: whoever reads the event finds the file. Other events do not wait for it.
    func keep(_ download: FinishedDownload) {
        guard let keeper = downloads else { return }
        keptCount += 1
        Task {
            let kept = await keeper.keep(download, of: run)
            do throws(StoreError) {
                try await told(of: kept, download, keeper)
            } catch {
                logger.debug("The event of a download is not stored: \(error)")
            }
            keepEnds()
        }
    }

    private func told(
        of kept: KeptDownload,
        _ download: FinishedDownload,
        _ keeper: any DownloadKeeper
    ) async throws(StoreError) {
        var draft = download.event
        switch kept {
        case .kept(let id, let size):
            draft.data["sizeBytes"] = .integer(size)
            draft.data["fileId"] = .string(id.description)
        case .lost(let code): draft.data["fileError"] = .string(code)
        }
        guard let number = try await write([.event(draft)]) else { return }
        guard case .kept(let id, _) = kept else { return }
        try await writer?.flush()
        let events = try await store.events.page(of: run.id, after: number - 1, matching: .everything, limit: 1)
        if let event = events.items.first?.id, event.number == number { await keeper.link(id, to: event) }
    }

    private func keepEnds() {
        keptCount -= 1
        guard keptCount == 0 else { return }
        let woken = keptWaiters
        keptWaiters = []
        for one in woken { one.resume() }
    }

    /// Waits until every download that has finished in the browser is kept, and its event queued.
    func downloadsKept() async {
        guard keptCount > 0 else { return }
        await withCheckedContinuation { keptWaiters.append($0) }
    }
}
