public import FrameLog
import JSON
import Logging
public import Model
public import Recorder
import Store

/// The pictures of runs. A recording is a folder of files; whether it is there, and what they say, is all that is known of it.
public struct Recordings: Sendable {
    let store: any Store
    let runtimes: Runtimes
    let settings: RecordingSettings
    let logger: Logger
    /// Which one is being archived.
    let turn = ArchiveTurn()
    private let pictures: ArchivedPictures
    private let readers: RecordingReaders

    init(store: any Store, runtimes: Runtimes, settings: RecordingSettings, exports: ExportSettings, logger: Logger) {
        self.store = store
        self.runtimes = runtimes
        self.settings = settings
        self.logger = logger
        pictures = ArchivedPictures(exports, logger: logger)
        readers = RecordingReaders(decoder: pictures)
    }

    /// How a run's recording stands.
    /// - Throws: `run.not_found`, `storage.unavailable`.
    public func state(of id: RunID) async throws -> RecordingState {
        let run = try await run(id)
        guard RecordingFolder.exists(folder(of: id)) else {
            let isComing = try await records(run)
            return RecordingState(isComing ? .preparing : .notAvailable)
        }
        do {
            return try await state(of: run, readers.reader(of: folder(of: id)).overview())
        } catch {
            switch error.code {
            case .notFound: return RecordingState(.notAvailable)
            case .newerVersion, .damaged: return RecordingState(.failed, failure: error.message)
            case .unavailable, .full, .decoderMissing: throw ControlPlaneError.unreadable(id, error)
            }
        }
    }

    private func state(of run: Run, _ overview: RecordingOverview) -> RecordingState {
        let end = (run.finishedAt ?? .now).milliseconds - run.startedAt.milliseconds
        // A killed server's last event may be older than its last picture, and a clock that was set back shortens the run.
        let duration = max(end, overview.durationMilliseconds)
        let (ratio, gaps) = overview.completeness(ofRun: duration, isOpen: run.status == .active)
        return RecordingState(
            run.status == .active ? .processing : .ready,
            form: overview.isArchived ? .archive : .log,
            durationMilliseconds: duration,
            completeness: ratio,
            gaps: gaps,
            expiresAt: settings.expiry(of: run)
        )
    }

    /// How far a run's recording reaches, in milliseconds since the run's start; nil where there is none that can be read.
    func reach(of id: RunID) async -> Int64? {
        guard RecordingFolder.exists(folder(of: id)) else { return nil }
        do { return try await readers.reader(of: folder(of: id)).overview().durationMilliseconds } catch { return nil }
    }

    /// How many bytes a run's recording has on the disk; nil where there is none.
    public func sizeInBytes(of id: RunID) async -> Int64? {
        guard RecordingFolder.exists(folder(of: id)) else { return nil }
        return await RecordingFolder.size(of: folder(of: id))
    }

    /// A reader of a run's recording, also while it is being written. Readers may be kept.
    /// - Throws: `run.not_found`, `recording.not_available`.
    public func reader(of id: RunID) async throws -> RecordingReader {
        _ = try await run(id)
        guard RecordingFolder.exists(folder(of: id)) else { throw ControlPlaneError.recordingNotAvailable(id) }
        return readers.reader(of: folder(of: id))
    }

    /// The pictures of an open run as they come; nil when no such run is open.
    public func frames(of id: RunID) async -> FrameHub? { await runtimes.activeRuns[id]?.recorder.frames }

    /// Makes the recording of an open run reach until now.
    func sync(_ id: RunID) async { await runtimes.activeRuns[id]?.recorder.syncRecording() }

    /// The frame that a run's recording shows at a moment.
    /// - Parameters:
    ///   - milliseconds: since the run's start; moments outside are clamped.
    ///   - page: nil: the page in front.
    /// - Throws: `run.not_found`, `recording.not_available`, `target.not_found` when the recording has no such page;
    ///   `recording.ffmpeg_missing` when it is archived.
    public func frame(of id: RunID, at milliseconds: Int64, page: String?) async throws -> StoredFrame {
        let reader = try await reader(of: id)
        do {
            if let found = try await reader.frame(at: milliseconds, page: page) { return found }
        } catch {
            throw ControlPlaneError.unreadable(id, error)
        }
        throw page.map { ControlPlaneError.noSuchPage($0) } ?? ControlPlaneError.recordingNotAvailable(id)
    }

    /// Deletes a recording; its bytes are gone on return. The recording of a run that goes on stays.
    /// - Throws: `run.not_found`, `recording.not_available`, `run.active`.
    public func delete(_ id: RunID) async throws {
        let run = try await run(id)
        guard run.status != .active else { throw ControlPlaneError.runActive(id) }
        guard RecordingFolder.exists(folder(of: id)) else { throw ControlPlaneError.recordingNotAvailable(id) }
        try await remove(id)
    }

    func remove(_ id: RunID) async throws {
        let folder = folder(of: id)
        try await turn.without(id) {
            readers.forget(folder)
            try await RecordingFolder.remove(folder)
            await pictures.forget(folder)
        }
    }

    func folder(of id: RunID) -> String { "\(settings.folder)/\(id)" }

    /// Whether pictures of a run are still to come.
    private func records(_ run: Run) async throws -> Bool {
        guard run.status == .active else { return false }
        return try await store.runtime(run.runtimeID).map { settings.isOn(for: $0.config.recording) } ?? false
    }

    private func run(_ id: RunID) async throws -> Run {
        guard let run = try await store.run(id) else { throw ControlPlaneError.runNotFound(id) }
        return run
    }
}
