import Chromium
import Logging
import Model
import Recorder
import Store

extension RuntimeController {
    /// Watches an open run for the ends that nobody asked for: the browser's, the store's, idleness.
    func watch(_ active: ActiveRun) -> [Task<Void, Never>] {
        [
            Task { await self.watchBrowser(active) },
            Task { await self.watchRecording(active) },
            Task { await self.watchIdleness(active) },
        ]
    }

    /// Begins watching anew, with the idle timeout that holds now.
    func rewatch() {
        guard case .active(let active, let watchers) = phase else { return }
        watchers.forEach { $0.cancel() }
        phase = .active(active, watchers: watch(active))
    }

    private func watchBrowser(_ active: ActiveRun) async {
        let exit = await active.browser.exit()
        guard !Task.isCancelled else { return }
        await end(active, .crash, failure: RunFailure(code: .browserCrashed, message: "\(exit)"))
    }

    private func watchRecording(_ active: ActiveRun) async {
        let recorded = await active.recording.value
        guard !Task.isCancelled, let failure = recorded.failure else { return }
        logger.error("Recording failed", metadata: ["run.id": "\(active.run.id)", "error": "\(failure.message)"])
        await end(active, .limit, failure: failure)
    }

    private func watchIdleness(_ active: ActiveRun) async {
        while !Task.isCancelled {
            let remaining = active.activity.remaining(of: runtime.config.idleTimeoutSeconds)
            guard remaining > .zero else { return await end(active, .idleTimeout, failure: nil) }
            do { try await Task.sleep(for: remaining) } catch { return }
        }
    }

    /// Seals the record. While the disk is full it tries again, with longer and longer pauses, up to a minute;
    /// after that the next start of the server closes the run.
    func close(_ active: ActiveRun, _ end: RunEnd) async {
        for pause in [0, 100, 400, 1600, 6400, 25_600] {
            do {
                try await Task.sleep(for: .milliseconds(pause))
                return try await active.recorder.close(end)
            } catch {
                logger.error("Run not sealed", metadata: ["run.id": "\(active.run.id)", "error": "\(error)"])
            }
        }
    }
}

extension RecorderEnd {
    /// Why the recorder ended before the browser did; nil when it read to the end.
    var failure: RunFailure? {
        guard case .storeFailed(let error) = self else { return nil }
        return RunFailure(code: .storageUnavailable, message: "The record could not be written: \(error.message)")
    }
}
