import Activity
import Logging
import Model
import Store

/// Writes the activity of one run: feeds the folder, keeps its clock, and stores what has settled.
///
/// Items are published once they are stored. A store that fails ends the activity, not the run: the events tell of the failure.
actor ActivityRecorder {
    /// So many items wait for the store, then the recorder waits.
    static let queueLimit = 5000
    /// Items of one append, at most.
    static let batchCount = 1000

    /// Sessions of one client that are known at once; at more all are forgotten, and commands in them have no page.
    static let sessionLimit = 10_000
    /// Pages and frames that are known at once; at more the frames are forgotten.
    static let targetLimit = 10_000

    let run: RunID
    let store: any Store
    let hub: ActivityHub
    let redaction: Redaction
    let logger: Logger
    let inbox = AgentInbox()
    var folder: ActivityFolder
    /// The page of each page and frame that is attached.
    var pages: [String: String] = [:]
    /// Targets by the session ids of agents' clients.
    var sessions: [Int: [String: String]] = [:]
    var timer: (due: Timestamp, task: Task<Void, Never>)?
    var queue: [ActivityItem] = []
    var isWriting = false
    var isBroken = false
    var isClosed = false
    /// What is stored with the run's end.
    var lastRows: [ActivityItem] = []
    /// Those who wait until something was written.
    var waiting: [CheckedContinuation<Void, Never>] = []

    init(run: Run, store: any Store, hub: ActivityHub, redaction: Redaction, logger: Logger) {
        self.run = run.id
        self.store = store
        self.hub = hub
        self.redaction = redaction
        self.logger = logger
        folder = ActivityFolder(run: run.id)
        hub.opened(run.id, last: 0)
    }

    /// Takes news of agents. Never waits.
    nonisolated func received(_ news: AgentNews) {
        if inbox.add(news) { Task { await readAgents() } }
    }

    /// Takes what the recorder has read. Waits while too much is still to be stored.
    func read(_ sources: [StepSource]) async {
        while queue.count >= Self.queueLimit, !isBroken { await written() }
        guard !isClosed else { return }
        let now = Timestamp.now
        takeNews()
        for source in sources { read(source, at: now) }
        advance(to: now)
    }

    /// Settles everything, with the run's last event, and waits until all but the last rows is stored. Calling it again does nothing.
    /// - Returns: The last rows, which are stored with the run's end, in one transaction; none when the store has failed.
    func close(_ last: EventDraft, number: Int64) async -> [ActivityItem] {
        if !isClosed {
            isClosed = true
            timer?.task.cancel()
            takeNews()
            folder.read(last, number: number, at: .now)
            let rows = settled()
            give(rows.dropLast(Self.batchCount))
            lastRows = rows.suffix(Self.batchCount)
        }
        while isWriting { await written() }
        return isBroken ? [] : lastRows
    }

    /// Gives readers the last rows and wakes them, after the run was closed in the store.
    nonisolated func ended(with rows: [ActivityItem]) {
        hub.published(run, rows)
        hub.ended(run)
    }
}
