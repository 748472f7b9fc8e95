import Activity
import JSON
import Logging
import Model
import Store

/// Writes the activity of one run: feeds the folder, keeps its clock, and stores what has settled.
///
/// Items are published once they are stored. A store that fails ends the activity, not the run: the events tell of the failure.
actor ActivityRecorder {
    static let queueLimit = 5000
    static let batchCount = 1000

    private let run: RunID
    private let store: any Store
    private let hub: ActivityHub
    private let redaction: Redaction
    private let logger: Logger
    private let inbox = AgentInbox()
    private var folder: ActivityFolder
    /// The page of each page and frame that is attached.
    private var pages: [String: String] = [:]
    private var pageCount = 0
    /// Targets by the session ids of agents' clients.
    private var sessions: [Int: [String: String]] = [:]
    private var timer: (due: Timestamp, task: Task<Void, Never>)?
    private var queue: [ActivityItem] = []
    private var isWriting = false
    private var isBroken = false
    private var isClosed = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(run: Run, store: any Store, hub: ActivityHub, redaction: Redaction, logger: Logger) {
        self.run = run.id
        self.store = store
        self.hub = hub
        self.redaction = redaction
        self.logger = logger
        folder = ActivityFolder(run: run.id, startedAt: run.startedAt)
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
        takeNews(at: now)
        for source in sources { read(source, at: now) }
        advance(to: now)
    }

    /// Settles everything, with the run's last event, and waits until it is stored. Calling it again does nothing.
    func close(_ last: EventDraft, number: Int64) async {
        if !isClosed {
            isClosed = true
            timer?.task.cancel()
            takeNews(at: .now)
            folder.read(last, number: number, at: .now)
            give()
        }
        while isWriting { await written() }
    }

    /// Wakes the readers, after the run was closed in the store.
    nonisolated func ended() { hub.ended(run) }

    private func readAgents() {
        guard !isClosed else { return }
        let now = Timestamp.now
        takeNews(at: now)
        advance(to: now)
    }

    private func read(_ source: StepSource, at now: Timestamp) {
        switch source {
        case .event(let draft, let number): folder.read(draft, number: number, at: now)
        case .report(let report, let page, let frame): folder.read(report, page: page, frame: frame, at: now)
        case .attached(let target, let page):
            pages[target] = page
            guard target == page else { return }
            pageCount += 1
            // The page that every browser starts with was opened by nobody.
            if pageCount > 1 { folder.opened(page: target, at: now) }
        case .closed(let page):
            pages = pages.filter { $0.value != page }
            folder.closed(page: page, at: now)
        }
    }

    private func takeNews(at now: Timestamp) {
        let (news, dropped) = inbox.take()
        if dropped > 0 {
            logger.warning("Commands of agents not told in the activity", metadata: ["count": "\(dropped)"])
        }
        for one in news { read(one, at: now) }
    }

    private func read(_ news: AgentNews, at now: Timestamp) {
        switch news {
        case .connected(let client): folder.connected(client: client, at: now)
        case .disconnected(let client):
            sessions[client] = nil
            folder.disconnected(client: client, at: now)
        case .attached(let client, let session, let target): sessions[client, default: [:]][session] = target
        case .command(let command):
            guard let action = AgentAction(method: command.method, params: command.params ?? .null) else { return }
            let target = command.sessionID.flatMap { sessions[command.clientID]?[$0] } ?? command.page
            folder.read(action, of: command.clientID, page: target.flatMap { pages[$0] }, at: now)
        }
    }

    private func advance(to now: Timestamp) {
        folder.tick(at: now)
        give()
        guard let due = folder.nextTick, timer.map({ due < $0.due }) ?? true, !isClosed else { return }
        timer?.task.cancel()
        let pause = max(1, due.milliseconds - now.milliseconds)
        let task = Task {
            do { try await Task.sleep(for: .milliseconds(pause)) } catch { return }
            tick()
        }
        timer = (due, task)
    }

    private func tick() {
        timer = nil
        guard !isClosed else { return }
        readAgents()
    }

    /// Queues what has settled, and begins to write.
    private func give() {
        queue += folder.take().map { ActivityItem($0.draft.redacted(by: redaction), id: $0.id) }
        guard !queue.isEmpty, !isWriting, !isBroken else { return }
        isWriting = true
        Task { await write() }
    }

    private func write() async {
        while !queue.isEmpty, !isBroken {
            let batch = Array(queue.prefix(Self.batchCount))
            do throws(StoreError) {
                try await store.appendActivity(batch, to: run)
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

    private func written() async { await withCheckedContinuation { waiting.append($0) } }

    private func wake() {
        let woken = waiting
        waiting = []
        for one in woken { one.resume() }
    }
}
