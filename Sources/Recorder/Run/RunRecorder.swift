public import CDP
public import FrameLog
import JSON
public import Logging
public import Model
public import Store
import Synchronization

/// Records one run: reads what the browser says, writes events, and keeps the list of its pages.
///
/// Order of calls: ``open()``, then ``record()`` in a task of its own, ``attach()`` meanwhile, and at the end ``close(_:)``.
public actor RunRecorder {
    let run: Run
    let connection: CDPConnection
    let store: any Store
    let hub: EventHub
    /// Nil when no activity is written.
    let activity: ActivityRecorder?
    let settings: RecorderSettings
    let redaction: Redaction
    let logger: Logger
    let downloadFolder: String
    /// Nil: downloads are told of and not kept.
    let downloads: (any DownloadKeeper)?
    /// Downloads that are being kept.
    var keptCount = 0
    var keptWaiters: [CheckedContinuation<Void, Never>] = []
    var reader: TrafficReader
    var writer: EventWriter?
    /// Those who wait for a page to come or go.
    var waiters: [PageWaiter] = []
    var isFlushPlanned = false
    var tasks: [Int: Task<Void, Never>] = [:]
    var taskCount = 0
    var isClosed = false
    /// Batches read so far.
    var batchCount = 0
    /// Whether the browser is being read.
    var isRecording = false
    let commands = AgentCommands()
    let news = NewsStand()
    var dialogsAreHeld = false
    var setups = SetupBook()
    /// The pictures of the run's pages, for those who watch.
    public nonisolated let frames = FrameHub()
    /// Nil when the run has no recording.
    var recording: RecordingLog?
    var screencast: Screencast
    let agentSessions = AgentSessions()
    let agentFolders = AgentFolders()
    let namedDownloads = NamedDownloads()
    /// Pages that are set up and wait for an agent's word, with our session.
    var pausedPages: [String: String] = [:]
    /// The pages as casts and recording know them.
    var castPages: [PageTarget] = []
    var crashedPages: Set<String> = []
    var pulse = Pulse()
    var isFrontCrashed = false

    /// - Parameter frameLog: takes the run's pictures; nil: they are taken only while somebody watches.
    public init(
        run: Run,
        connection: CDPConnection,
        store: any Store,
        hub: EventHub,
        activityHub: ActivityHub = ActivityHub(),
        networkTraffic: NetworkTraffic,
        proxy: ProxyServer?,
        downloadFolder: String,
        frameLog: FrameLogWriter? = nil,
        downloads: (any DownloadKeeper)? = nil,
        settings: RecorderSettings,
        logger: Logger
    ) {
        self.run = run
        self.connection = connection
        self.store = store
        self.hub = hub
        self.settings = settings
        redaction = settings.redaction.hiding(proxy)
        self.logger = logger
        activity =
            settings.writesActivity
            ? ActivityRecorder(run: run, store: store, hub: activityHub, redaction: redaction, logger: logger) : nil
        self.downloadFolder = downloadFolder
        self.downloads = downloads
        recording = frameLog.map { [redaction] in
            RecordingLog(writer: $0, startedAt: run.startedAt, redaction: redaction, limits: settings.limits)
        }
        let rules = TrafficRules(networkTraffic, proxy: proxy)
        reader = TrafficReader(settings: settings, rules: rules, downloadFolder: downloadFolder)
        reader.keepsDownloads = downloads != nil
        screencast = Screencast(settings.screencast, isRecording: frameLog != nil)
    }

    /// Opens the run in the store with its first event, `runtime.lifecycle` `started`.
    /// - Throws: ``StoreError`` of ``RunStore/open(_:first:)``.
    public func open() async throws(StoreError) {
        let now = max(Timestamp.now, run.startedAt)
        let first = Event(.lifecycle(startOf: run), id: EventID(run: run.id, number: 1, milliseconds: now.milliseconds))
        try await store.open(run, first: first)
        hub.opened(run.id, last: 0)
        hub.published(run.id, [first])
        await activity?.read([.event(.lifecycle(startOf: run), number: 1)])
        writer = EventWriter(
            run: run.id,
            store: store,
            hub: hub,
            startingAfter: 1,
            notBefore: now.milliseconds
        )
        frames.onRateChange { [weak self] in
            guard let self else { return }
            Task { await self.watchersChanged() }
        }
        planPulse()
    }

    /// Reads until the browser closes the line or the store fails. While the store is slow it reads more slowly: nothing is dropped.
    public func record() async -> RecorderEnd {
        isRecording = true
        defer {
            isRecording = false
            setups.giveUpAll()
        }
        while let messages = await connection.receive() {
            batchCount += 1
            do throws(StoreError) {
                try await write(respond(to: messages))
            } catch {
                return .storeFailed(error)
            }
            wakeWaiters()
        }
        return .closed
    }

    /// Reads messages, and answers the browser before anything waits for the store.
    private func respond(to messages: [CDPMessage]) -> [Action] {
        let now = Timestamp.now
        var actions: [Action] = []
        for command in commands.take() { reader.read(command, into: &actions) }
        for message in messages where !takeFrame(message, at: now) { reader.read(message, at: now, into: &actions) }
        carryOut(actions)
        updateScreencast()
        for message in messages {
            noteLoad(message)
            tellNews(of: message)
        }
        for message in messages { noteSetup(message) }
        return actions
    }

    /// Ends the record: what is still open is ended, then comes the last event, `runtime.lifecycle`, and the run is closed in the store.
    ///
    /// After a failed write only the events that are stored count. Calling it again after an error is safe.
    /// - Throws: ``StoreError`` of ``RunStore/close(_:_:last:)``.
    public func close(_ end: RunEnd) async throws(StoreError) {
        await downloadsKept()
        await endTasks()
        if !isClosed {
            isClosed = true
            await endScreencast(end)
            var actions: [Action] = []
            reader.finish(at: end.finishedAt, into: &actions)
            // A store that has failed takes these no more; the close below decides.
            do throws(StoreError) { try await write(actions) } catch {
                logger.warning("Last events not stored: \(error)")
            }
        }
        guard let writer else { return }
        let last = try await writer.drain(last: [.lifecycle(end, of: run)])
        let rows = await activity?.close(.lifecycle(end, of: run), number: last.last?.number ?? 0) ?? []
        let stored = try await store.close(run.id, end, last: last, activityIfPossible: rows)
        if stored.count < rows.count { logger.error("Activity not closed", metadata: ["run.id": "\(run.id)"]) }
        hub.published(run.id, last)
        hub.ended(run.id)
        activity?.ended(with: stored)
    }
}
