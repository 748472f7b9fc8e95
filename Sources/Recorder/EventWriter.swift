public import Model
public import Store

/// Numbers and renders the events of one run, commits them in batches, and tells the hub once they are committed.
///
/// A commit starts at once when none is under way; what comes meanwhile goes into the next. Numbers have no gaps,
/// and the times in event ids never go back.
public actor EventWriter {
    static let batchCount = 1000
    static let batchBytes = 4 * 1024 * 1024
    static let queueCount = 5000
    static let queueBytes = 16 * 1024 * 1024

    private let run: RunID
    private let store: any Store
    private let hub: EventHub
    private var numbers: EventNumbers
    /// Numbered and rendered, oldest first; those of the commit under way stand at the front.
    private var queue: [Event] = []
    private var queuedBytes = 0
    private var committed: Int64
    private var isCommitting = false
    private var isDrained = false
    private var failure: StoreError?
    /// Those who wait for the end of the commit under way.
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - startingAfter: The number of the run's last committed event, normally 1, that of its opening.
    ///   - milliseconds: The time in that event's id; later ids carry no earlier one.
    public init(run: RunID, store: any Store, hub: EventHub, startingAfter: Int64, notBefore milliseconds: Int64 = 0) {
        self.run = run
        self.store = store
        self.hub = hub
        committed = startingAfter
        numbers = EventNumbers(run: run, last: startingAfter, milliseconds: milliseconds)
    }

    /// The store's failure that ended this writer, if any.
    public var lastFailure: StoreError? { failure }

    /// Queues events for the next commit, in the order given, and returns before they are committed.
    ///
    /// While 5,000 events or 16 MiB wait, it waits too: the recorder then reads more slowly, and nothing is dropped.
    /// - Throws: The ``StoreError`` of an earlier commit, after which the writer takes nothing more; `conflict` after ``drain(last:)``.
    /// - Returns: The number of the first one.
    @discardableResult
    public func append(_ drafts: [EventDraft]) async throws(StoreError) -> Int64 {
        guard !drafts.isEmpty else { return numbers.last + 1 }
        try check()
        while queue.count >= Self.queueCount || queuedBytes >= Self.queueBytes {
            await commitEnds()
            try check()
        }
        let first = numbers.last + 1
        for draft in drafts {
            let event = numbers.number(draft)
            queuedBytes += event.json.count
            queue.append(event)
        }
        guard !isCommitting else { return first }
        isCommitting = true
        // The caller goes on reading from the browser during the commit, so it cannot be a child task of the caller's.
        Task { await commit() }
        return first
    }

    /// Waits until all that is queued now has been committed and published.
    /// - Throws: The ``StoreError`` that ended the writer.
    public func flush() async throws(StoreError) {
        let target = numbers.last
        while committed < target, failure == nil { await commitEnds() }
        if let failure { throw failure }
    }

    /// Ends the writer: commits what is queued and numbers the last events, for `Store.close`, without committing or publishing them.
    ///
    /// After a failed commit the uncommitted events, which no reader has seen, are given up, and the last events are numbered on from
    /// what the store has.
    /// - Throws: ``StoreError`` when a commit's outcome is not known and the store cannot be asked. A retry is safe.
    public func drain(last drafts: [EventDraft]) async throws(StoreError) -> [Event] {
        isDrained = true
        let target = numbers.last
        while committed < target, failure == nil { await commitEnds() }
        if let failure {
            if failure.outcome == .unknown { committed = try await store.events.last(of: run)?.number ?? committed }
            numbers.last = committed
        }
        return drafts.map { numbers.number($0) }
    }

    private func check() throws(StoreError) {
        if let failure { throw failure }
        if isDrained { throw StoreError(.conflict, "The run's record is being closed; it takes no more events.") }
    }

    private func commit() async {
        while !queue.isEmpty, failure == nil {
            let batch = Array(queue[..<EventNumbers.batchEnd(of: queue)])
            do throws(StoreError) {
                try await store.events.append(batch, to: run)
                finish(batch)
            } catch {
                failure = error
                (queue, queuedBytes) = ([], 0)
            }
            wakeAll()
        }
        isCommitting = false
    }

    private func finish(_ batch: [Event]) {
        hub.published(run, batch)
        queue.removeFirst(batch.count)
        queuedBytes -= batch.reduce(0) { $0 + $1.json.count }
        committed += Int64(batch.count)
    }

    private func commitEnds() async { await withCheckedContinuation { waiting.append($0) } }

    private func wakeAll() {
        let woken = waiting
        waiting = []
        for one in woken { one.resume() }
    }
}
