import FrameLog
import Logging
public import Model
import Store

extension Recordings {
    /// Between looks for recordings whose time is over.
    private static let pause: Duration = .seconds(3600)

    /// Deletes recordings as their time comes, until the task is cancelled.
    public func keepSwept() async {
        while !Task.isCancelled {
            await sweep(at: .now)
            do { try await Task.sleep(for: Self.pause) } catch { return }
        }
    }

    /// Deletes the recordings whose time is over at a moment, and those that belong to no run. What fails is tried again with the next call.
    public func sweep(at now: Timestamp) async {
        for name in await RecordingFolder.names(in: settings.folder) {
            guard let id = RunID(name) else { continue }
            do {
                guard try await isOver(id, at: now) else { continue }
                try await remove(id)
                logger.info("Recording deleted", metadata: ["run.id": "\(id)"])
            } catch {
                logger.error("Recording not deleted", metadata: ["run.id": "\(id)", "error": "\(error)"])
            }
        }
    }

    private func isOver(_ id: RunID, at now: Timestamp) async throws -> Bool {
        guard let run = try await store.run(id) else {
            // A run is stored a moment after its recording begins.
            return now.milliseconds - id.uuid.milliseconds > 3_600_000
        }
        return settings.expiry(of: run).map { $0 <= now } ?? false
    }
}
