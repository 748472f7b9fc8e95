import Synchronization

/// The pictures of one run's pages, for those who watch. One screencast a page feeds all of them.
///
/// Newest wins: a reader that is slow skips frames, nothing is queued for it. Of each page the newest frame is kept (of the 32 pages that were
/// shown last), so a new reader has a picture at once.
public final class FrameHub: Sendable {
    /// How the run ended, as far as watchers need to know.
    public enum End: Sendable, Equatable { case stopped, failed }

    /// The highest rate that a watcher may ask for, in frames a second.
    public static let maximumRate = 25

    let state = Mutex(State())
    private let ratesChanged = Mutex<(@Sendable () -> Void)?>(nil)

    public init() {}

    /// - Parameter body: Told when ``wantedRates`` have changed; must return at once.
    func onRateChange(_ body: @escaping @Sendable () -> Void) { ratesChanged.withLock { $0 = body } }

    /// The newest frame of a page; nil while there is none.
    /// - Parameter page: Nil: the front page.
    public func latest(of page: String? = nil) -> Frame? { state.withLock { $0.latest(of: page) } }

    /// The live pages, in the order of their coming; exactly one is active, while there are any.
    public var pages: [PageTarget] { state.withLock { $0.pages } }

    /// How the run ended; nil while it goes on.
    public var end: End? { state.withLock { $0.end } }

    /// A reader that starts with the pages and their newest frame.
    /// - Parameter page: The page to follow; nil: whichever is in front.
    public func reader(of page: String? = nil) -> FrameReader { FrameReader(hub: self, page: page) }

    /// Asks for up to so many frames a second of a page while somebody watches, until ``releaseRate(by:)``. The highest wish for a page counts;
    /// the recording keeps its own rate.
    /// - Parameters:
    ///   - framesPerSecond: 1 to ``maximumRate``; what is beyond is cut.
    ///   - page: Nil: whichever is in front.
    ///   - watcher: Any number that is the watcher's own. A new wish replaces its former one.
    public func wantsRate(framesPerSecond: Int, of page: String?, by watcher: Int) {
        change { $0.wishes[watcher] = State.Wish(rate: min(max(framesPerSecond, 1), Self.maximumRate), page: page) }
    }

    /// Takes a watcher's wish back.
    public func releaseRate(by watcher: Int) { change { $0.wishes[watcher] = nil } }

    /// The highest rate that watchers ask for, of each page that is watched; nil: of the front one.
    public var wantedRates: [String?: Int] { state.withLock(\.wantedRates) }

    private func change(_ body: (inout State) -> Void) {
        let isNew = state.withLock { state in
            let before = state.wantedRates
            body(&state)
            return state.wantedRates != before
        }
        if isNew { ratesChanged.withLock { $0 }?() }
    }

    /// Shows a frame to all who follow its page.
    public func publish(_ frame: Frame) { wake { $0.publish(frame) } }

    /// Tells of pages that came, went, changed or moved to the front.
    public func update(pages: [PageTarget]) { wake { $0.update(pages: pages) } }

    /// Tells all readers that no more comes. The first end counts.
    public func finish(_ end: End) { wake { $0.finish(end) } }

    private func wake(_ body: (inout State) -> Bool) {
        let woken = state.withLock { body(&$0) ? $0.takeReaders() : [] }
        for reader in woken { reader.resume() }
    }
}
