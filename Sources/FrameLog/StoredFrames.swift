/// The frames of a track from one moment to another, read one by one as they are asked for.
public struct StoredFrames: AsyncSequence, Sendable {
    public typealias Element = StoredFrame

    let reader: RecordingReader
    let from: Int64
    let to: Int64
    let page: String?

    public func makeAsyncIterator() -> Iterator { Iterator(frames: self, next: from) }

    public struct Iterator: AsyncIteratorProtocol {
        private let frames: StoredFrames
        private var entries: ArraySlice<FrameEntry> = []
        /// Where the next part of the index begins; nil at the end.
        private var next: Int64?
        private var lastNumber: Int64 = 0
        private static let part = 256

        fileprivate init(frames: StoredFrames, next: Int64) {
            self.frames = frames
            self.next = next
        }

        public mutating func next() async throws(FrameLogError) -> StoredFrame? {
            while true {
                if entries.isEmpty { try await readOn() }
                guard let entry = entries.popFirst() else { return nil }
                if let frame = try await load(entry) { return frame }
            }
        }

        private mutating func readOn() async throws(FrameLogError) {
            guard let from = next else { return }
            let part = try await frames.reader.index(from: from, to: frames.to, page: frames.page, limit: Self.part)
            // The first entry of a further part is, as a rule, the frame that is shown still.
            entries = part.drop { $0.number == lastNumber }
            lastNumber = part.last?.number ?? lastNumber
            next = part.count < Self.part ? nil : part.last.map { $0.shownFrom + 1 }
        }

        /// Nil when the frame is damaged.
        private func load(_ entry: FrameEntry) async throws(FrameLogError) -> StoredFrame? {
            do throws(FrameLogError) {
                guard let frame = try await frames.reader.frame(number: entry.number, of: entry.pageID) else {
                    return nil
                }
                return StoredFrame(entry: entry, jpeg: frame.jpeg, damagedBefore: 0)
            } catch {
                guard error.code == .damaged else { throw error }
                return nil
            }
        }
    }
}
