import Synchronization

/// Reads a run's pictures as they come, for one watcher: always the newest, never one twice.
///
/// It holds no frames, only what it has seen, so it may be as slow as it likes.
public struct FrameReader: Sendable {
    public enum Step: Sendable {
        /// The pages changed: one came, went, moved to the front, or has another address or title. Always the first step.
        case pages([PageTarget])
        /// The newest frame of the page that is followed.
        case frame(Frame)
        /// Nothing came in the time given, or the task was cancelled.
        case idle
        /// The run has ended; nothing comes after it.
        case ended(FrameHub.End)
    }

    /// The page to follow; nil: whichever is in front. After a change its newest frame comes next, also when it was seen before.
    public var page: String? { didSet { if page != oldValue { seenFrame = 0 } } }

    private let hub: FrameHub
    private var seenFrame: Int64 = 0
    private var seenPage: String?
    private var seenPages = -1

    init(hub: FrameHub, page: String?) {
        self.hub = hub
        self.page = page
    }

    /// The next step, at once when there is one; else it waits, at most `timeout`.
    public mutating func next(timeout: Duration) async -> Step {
        if let step = take() { return step }
        let ticket = hub.state.withLock { $0.newTicket() }
        await wait(ticket, timeout: timeout)
        return take() ?? .idle
    }

    private func wait(_ ticket: Int, timeout: Duration) async {
        let reader = self
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // Cancelled with its reader or because the reader was woken: the wait is over either way.
                do { try await Task.sleep(for: timeout) } catch {}
                reader.hub.state.withLock { $0.giveUp(ticket) }?.resume()
            }
            await withCheckedContinuation { continuation in
                let waits = reader.hub.state.withLock { state in
                    state.wait(ticket, continuation) { reader.step(in: $0) != nil }
                }
                if !waits { continuation.resume() }
            }
            group.cancelAll()
        }
    }

    private mutating func take() -> Step? {
        let (step, version) = hub.state.withLock { (self.step(in: $0), $0.pagesVersion) }
        switch step {
        case .pages: seenPages = version
        case .frame(let frame): (seenFrame, seenPage) = (frame.number, frame.pageID)
        case .ended, .idle, nil: break
        }
        return step
    }

    private func step(in state: FrameHub.State) -> Step? {
        if state.pagesVersion != seenPages { return .pages(state.pages) }
        if let frame = state.latest(of: page), frame.number > seenFrame || frame.pageID != seenPage {
            return .frame(frame)
        }
        return state.end.map { .ended($0) }
    }
}
