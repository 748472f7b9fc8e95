extension FrameHub {
    /// The newest of everything, and who waits for something newer.
    struct State: Sendable {
        static let mostFrames = 32

        /// What a watcher asks for.
        struct Wish: Sendable {
            let rate: Int
            let page: String?
        }

        private(set) var pages: [PageTarget] = []
        /// Rises with each change of the pages.
        private(set) var pagesVersion = 0
        private(set) var end: End?
        var wishes: [Int: Wish] = [:]
        /// The newest frame of each page.
        private var frames: [String: Frame] = [:]
        private var readers: [Int: CheckedContinuation<Void, Never>] = [:]
        /// Tickets whose readers do not wait yet, with whether their wait is over already.
        private var early: [Int: Bool] = [:]
        private var lastTicket = 0

        /// The highest wish for each page; nil: the front one.
        var wantedRates: [String?: Int] { Dictionary(wishes.values.map { ($0.page, $0.rate) }, uniquingKeysWith: max) }

        func latest(of page: String?) -> Frame? {
            guard let id = page ?? pages.first(where: \.active)?.id else { return nil }
            return frames[id]
        }

        /// Whether readers should look.
        mutating func publish(_ frame: Frame) -> Bool {
            guard end == nil else { return false }
            frames[frame.pageID] = frame
            if frames.count > Self.mostFrames { dropOldest() }
            return true
        }

        /// The front page keeps its frame, however long it has been still.
        private mutating func dropOldest() {
            let front = pages.first(where: \.active)?.id
            let others = frames.values.filter { $0.pageID != front }
            if let oldest = others.min(by: { $0.number < $1.number }) { frames[oldest.pageID] = nil }
        }

        mutating func update(pages: [PageTarget]) -> Bool {
            guard end == nil, pages != self.pages else { return false }
            self.pages = pages
            pagesVersion += 1
            let ids = Set(pages.map(\.id))
            frames = frames.filter { ids.contains($0.key) }
            return true
        }

        mutating func finish(_ end: End) -> Bool {
            guard self.end == nil else { return false }
            self.end = end
            return true
        }
    }
}

/// Readers take a ticket before they wait, so that one that is cancelled meanwhile is not lost.
extension FrameHub.State {
    mutating func newTicket() -> Int {
        lastTicket += 1
        early[lastTicket] = false
        return lastTicket
    }

    /// Keeps a reader until something happens; false when it need not wait.
    mutating func wait(
        _ ticket: Int,
        _ reader: CheckedContinuation<Void, Never>,
        unless isNew: (Self) -> Bool
    ) -> Bool {
        let isOver = early.removeValue(forKey: ticket) ?? false
        guard !isOver, !isNew(self) else { return false }
        readers[ticket] = reader
        return true
    }

    mutating func giveUp(_ ticket: Int) -> CheckedContinuation<Void, Never>? {
        if early[ticket] != nil { early[ticket] = true }
        return readers.removeValue(forKey: ticket)
    }

    mutating func takeReaders() -> [CheckedContinuation<Void, Never>] {
        let all = Array(readers.values)
        readers = [:]
        return all
    }
}
