import FrameLog
import Logging
import Model
import Store
import VideoEncoding

/// Turns the logs of old recordings into videos and frees them, one at a time, oldest first.
///
/// Reading, writing, ffmpeg: all runs only when nobody else wants the processor or the disk, on one thread each. Active runs are not waited for: on
/// a server that is never idle the disk would fill.
public struct RecordingArchiver: Sendable {
    let recordings: Recordings
    /// Where ffmpeg is.
    let ffmpeg: ExportSettings
    let logger: Logger

    /// Between looks for recordings that are old enough.
    private static let pause: Duration = .seconds(10)

    /// Archives recordings as their time comes, until the task is cancelled. Nothing when the setting is off.
    public func keepArchiving() async {
        guard let hours = recordings.settings.archiveAfterHours else { return }
        var schedule = ArchiveSchedule()
        var missesFFmpeg = false
        while !Task.isCancelled {
            do {
                try await archive(olderThan: hours, &schedule)
                missesFFmpeg = false
            } catch let error as VideoError where error.code == .encoderMissing {
                if !missesFFmpeg { logger.warning("Recordings are not archived: \(error)") }
                missesFFmpeg = true
            } catch {
                if !Task.isCancelled {
                    logger.error("Recordings are not archived now", metadata: ["error": "\(error)"])
                }
            }
            do { try await Task.sleep(for: Self.pause) } catch { return }
        }
    }

    /// Looks at all recordings once.
    /// - Throws: what stands in the way of all of them.
    func archive(olderThan hours: Int, _ schedule: inout ArchiveSchedule) async throws {
        guard schedule.isOpen(at: .now) else { return }
        let runs = await RecordingFolder.names(in: recordings.settings.folder).compactMap { RunID($0) }
        schedule.keep(only: Set(runs))
        for id in runs.sorted(by: { "\($0)" < "\($1)" }) {
            try Task.checkCancellation()
            guard schedule.isDue(id, at: .now), try await isOld(id, hours) else { continue }
            guard await hasFrames(id) else {
                schedule.settle(id)
                continue
            }
            let encoder = try ffmpeg.encoder()
            guard try await attempt(id, encoder, &schedule) else { return }
        }
    }

    private func isOld(_ id: RunID, _ hours: Int) async throws -> Bool {
        let latest = Timestamp.now.adding(seconds: -hours * 3600)
        // A run ends after it was made: most young ones need not be looked up.
        guard id.uuid.milliseconds <= latest.milliseconds, let run = try await recordings.store.run(id) else {
            return false
        }
        guard run.status != .active, let end = run.finishedAt else { return false }
        return end <= latest
    }

    private func hasFrames(_ id: RunID) async -> Bool {
        let folder = recordings.folder(of: id)
        return await IdleThread.run { LogArchive.hasFrames(folder) }
    }

    /// - Returns: whether the next one may be tried.
    private func attempt(_ id: RunID, _ encoder: Encoder, _ schedule: inout ArchiveSchedule) async throws -> Bool {
        do {
            try await recordings.turn.archive(id) { try await make(id, encoder) }
            schedule.settle(id)
            return true
        } catch is CancellationError {
            // The server ends, or the recording was deleted.
            try Task.checkCancellation()
            return true
        } catch let error as FrameLogError where error.code == .full {
            schedule.foundFull(at: .now)
            logger.warning("No space to archive recordings", metadata: ["run.id": "\(id)"])
            return false
        } catch {
            let pause = schedule.failed(id, at: .now)
            let next = pause.map { "in \($0) s" } ?? "not before the server's next start"
            logger.error(
                "Recording not archived",
                metadata: ["run.id": "\(id)", "error": "\(error)", "next": "\(next)"]
            )
            return true
        }
    }
}
