import FileStorage
import Logging
public import Model
import Store
import VideoEncoding

/// Makes videos of recordings: a few at once, one for all who ask for the same.
///
/// What is made becomes a file of type `recording` of the run, and is what later requests for the same get. A video is made to its end also
/// when nobody waits for it any more; ``cancel(_:of:)`` ends it.
public actor RecordingExports {
    /// So many wait at most; so many that have ended are remembered.
    static let longestQueue = 100
    private static let longestMemory = 200

    private struct Job {
        var export: RecordingExport
        let isForViewers: Bool
        var task: Task<Void, Never>?
        var waiters: [UUIDv7: CheckedContinuation<Void, Never>] = [:]
    }

    let recordings: Recordings
    let files: Files
    let store: any Store
    let settings: ExportSettings
    let logger: Logger

    private var jobs: [RecordingExportID: Job] = [:]
    /// All jobs, oldest first.
    private var order: [RecordingExportID] = []
    private var underWay: [RecordingExport.Content: RecordingExportID] = [:]
    private var queue: [RecordingExportID] = []
    private var running = 0
    private var isShutDown = false

    init(recordings: Recordings, files: Files, store: any Store, settings: ExportSettings, logger: Logger) {
        self.recordings = recordings
        self.files = files
        self.store = store
        self.settings = settings
        self.logger = logger
    }

    /// Begins a video, or joins who makes the same, or finds what was made before: then it is finished already.
    /// - Throws: `run.not_found`; `recording.not_available`; `recording.unreadable`; `target.not_found`; `request.invalid` for a span
    ///   without length; `recording.ffmpeg_missing`; `recording.too_many_exports`.
    public func start(_ run: RunID, _ request: RecordingExportRequest) async throws -> RecordingExport {
        try await start(run, request, isForViewers: false)
    }

    /// The same of the whole recording, for whoever watches it: all viewers of a run share one video at a time.
    public func startForViewers(of run: RunID) async throws -> RecordingExport {
        try await start(run, RecordingExportRequest(), isForViewers: true)
    }

    private func start(
        _ run: RunID,
        _ request: RecordingExportRequest,
        isForViewers: Bool
    ) async throws -> RecordingExport {
        let (content, clamped) = try await content(of: run, request)
        if let export = joined(content, clamped, isForViewers) { return export }
        if let file = try await made(content) {
            return RecordingExport(content, clamped: clamped, state: .finished(file))
        }
        if let export = joined(content, clamped, isForViewers) { return export }
        _ = try encoder()
        guard !isShutDown else { throw CancellationError() }
        guard queue.count < Self.longestQueue else { throw ControlPlaneError.tooManyExports }
        let export = RecordingExport(content, clamped: clamped)
        jobs[export.id] = Job(export: export, isForViewers: isForViewers)
        order.append(export.id)
        underWay[content] = export.id
        queue.append(export.id)
        startNext()
        return jobs[export.id]?.export ?? export
    }

    private func joined(
        _ content: RecordingExport.Content,
        _ clamped: [RecordingExport.Bound],
        _ isForViewers: Bool
    ) -> RecordingExport? {
        let id = underWay[content] ?? (isForViewers ? viewersJob(of: content.runID) : nil)
        guard let id, var export = jobs[id]?.export else { return nil }
        export.clamped = clamped
        return export
    }

    private func viewersJob(of run: RunID) -> RecordingExportID? {
        underWay.first { $0.key.runID == run && jobs[$0.value]?.isForViewers == true }?.value
    }

    /// The exports of a run since the server's start, newest first; of those that have ended the last ones.
    public func list(_ run: RunID) -> [RecordingExport] {
        order.reversed().compactMap { jobs[$0]?.export }.filter { $0.content.runID == run }
    }

    /// - Throws: `recording.export_not_found`.
    public func get(_ id: RecordingExportID, of run: RunID) throws -> RecordingExport {
        guard let export = jobs[id]?.export, export.content.runID == run else {
            throw ControlPlaneError.exportNotFound(id)
        }
        return export
    }

    /// Waits until an export has ended or the time is over.
    /// - Returns: how it stands then.
    public func wait(for export: RecordingExport, atMost limit: Duration) async -> RecordingExport {
        let id = export.id
        guard let job = jobs[id], !job.export.state.isEnded, limit > .zero else { return current(export) }
        let waiter = UUIDv7()
        let timer = Task {
            try? await Task.sleep(for: limit)
            release(waiter, of: id)
        }
        await withCheckedContinuation { jobs[id]?.waiters[waiter] = $0 }
        timer.cancel()
        return current(export)
    }

    private func current(_ export: RecordingExport) -> RecordingExport {
        var current = export
        if let state = jobs[export.id]?.export.state { current.state = state }
        return current
    }

    private func release(_ waiter: UUIDv7, of id: RecordingExportID) {
        jobs[id]?.waiters.removeValue(forKey: waiter)?.resume()
    }

    /// Ends an export; nothing of it is left. One that has ended stays as it is.
    /// - Throws: `recording.export_not_found`.
    public func cancel(_ id: RecordingExportID, of run: RunID) throws {
        _ = try get(id, of: run)
        if let place = queue.firstIndex(of: id) {
            queue.remove(at: place)
            end(id, .cancelled)
        }
        jobs[id]?.task?.cancel()
    }

    /// Ends all exports, and waits until their encoders are gone.
    func shutdown() async {
        isShutDown = true
        for id in queue { end(id, .cancelled) }
        queue = []
        for task in jobs.values.compactMap(\.task) {
            task.cancel()
            await task.value
        }
    }

    private func startNext() {
        while running < settings.atOnce, !queue.isEmpty {
            let id = queue.removeFirst()
            running += 1
            jobs[id]?.export.state = .running(progress: 0)
            jobs[id]?.task = Task { await perform(id) }
        }
    }

    private func perform(_ id: RecordingExportID) async {
        guard let export = jobs[id]?.export else { return }
        let state: RecordingExport.State
        do {
            state = .finished(try await make(export))
        } catch {
            state = failure(error, export)
        }
        running -= 1
        end(id, state)
        startNext()
    }

    func note(_ progress: Double, of id: RecordingExportID) {
        jobs[id]?.export.state = .running(progress: min(max(progress, 0), 1))
    }

    private func end(_ id: RecordingExportID, _ state: RecordingExport.State) {
        guard var job = jobs[id] else { return }
        job.export.state = state
        underWay[job.export.content] = nil
        let waiters = job.waiters
        (job.waiters, job.task) = ([:], nil)
        jobs[id] = job
        for waiter in waiters.values { waiter.resume() }
        forgetOld()
    }

    private func forgetOld() {
        let ended = order.filter { jobs[$0]?.export.state.isEnded ?? true }
        for id in ended.dropLast(Self.longestMemory) {
            jobs[id] = nil
            order.removeAll { $0 == id }
        }
    }
}
