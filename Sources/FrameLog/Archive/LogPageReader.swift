import Synchronization

/// The frames of one page in a log, read from the first to the last, for what the log becomes. Its calls block.
public final class LogPageReader: Sendable {
    /// What comes next in the page's index.
    public enum Step: Sendable, Equatable {
        case picture(jpeg: [UInt8], milliseconds: Int64)
        /// The same picture as the one before.
        case same
        /// It does not match its checksum, or its entry does not.
        case lost
    }

    private struct State {
        var position = 0
        /// The last picture.
        var place: FramePlace?
        var segment: (number: UInt32, file: LogFile)?
    }

    /// The page's number in the journal.
    public let page: UInt32
    private let folder: String
    private let index: PageIndex
    private let state = Mutex(State())

    /// All pages of a recording that have frames.
    /// - Parameter folder: the recording's.
    /// - Throws: ``FrameLogError``; so do all other calls.
    public static func all(in folder: String) throws(FrameLogError) -> [LogPageReader] {
        var readers: [LogPageReader] = []
        for name in RecordingFolder.list(folder).sorted() where name.hasPrefix(RecordingFormat.indexPrefix) {
            guard let page = UInt32(name.dropFirst(RecordingFormat.indexPrefix.count)),
                let index = try PageIndex(folder: folder, page: page)
            else { continue }
            readers.append(LogPageReader(folder: folder, page: page, index: index))
        }
        return readers
    }

    private init(folder: String, page: UInt32, index: PageIndex) {
        self.folder = folder
        self.page = page
        self.index = index
    }

    /// The largest width and the largest height of its pictures, in pixels; zeros when it has none.
    public func size() throws(FrameLogError) -> (width: Int, height: Int) {
        var (width, height) = (0, 0)
        for start in stride(from: 0, to: index.count, by: 1024) {
            for entry in try index.entries(start..<start + 1024) {
                guard let entry else { continue }
                (width, height) = (max(width, entry.width), max(height, entry.height))
            }
        }
        return (width, height)
    }

    /// What comes next, a few at a time; empty at the end.
    public func next() throws(FrameLogError) -> [Step] {
        let result = state.withLock { state in
            Result { () throws(FrameLogError) in
                var steps: [Step] = []
                let entries = try index.entries(state.position..<state.position + 16)
                for entry in entries { steps.append(try step(entry, &state)) }
                state.position += entries.count
                return steps
            }
        }
        return try result.get()
    }

    private func step(_ entry: IndexEntry?, _ state: inout State) throws(FrameLogError) -> Step {
        guard let entry else { return .lost }
        let place = FramePlace(segment: entry.segment, offset: entry.offset)
        guard place != state.place else { return .same }
        if state.segment?.number != entry.segment {
            let path = folder + "/" + RecordingFormat.segment(entry.segment)
            state.segment = (entry.segment, try LogFile(path))
        }
        guard let file = state.segment?.file, let jpeg = try entry.jpeg(in: file) else { return .lost }
        state.place = place
        return .picture(jpeg: jpeg, milliseconds: entry.milliseconds)
    }
}
