import Synchronization

/// Writes the video of one page, and the tables that tell where its pictures lie. Its calls block.
///
/// What it writes counts only with ``LogArchive/commit(_:)``. Memory: a group of pictures, and eight bytes a picture.
public final class PageArchiveWriter: Sendable {
    private struct State {
        var video: LogFile?
        var end = 0
        /// How much of it is on the disk for sure.
        var synchronized = 0
        /// Of the group that is not written yet.
        var group: [UInt8] = []
        var count: UInt32 = 0
        var groups: [GroupEntry] = []
        /// By the picture's number in the video.
        var places: [(group: UInt32, place: UInt32)] = []
    }

    /// The video's path.
    public var path: String { folder + "/" + RecordingFormat.video(page) }

    private let folder: String
    private let page: UInt32
    private let settings: FrameLogSettings
    private let state = Mutex(State())

    /// - Parameter folder: the recording's. There is no video of the page in it.
    public init(folder: String, page: UInt32, settings: FrameLogSettings) {
        self.folder = folder
        self.page = page
        self.settings = settings
    }

    /// Adds the next picture.
    /// - Parameters:
    ///   - head: what the video begins with; with the first picture alone.
    ///   - startsGroup: it can be decoded without those before it.
    /// - Throws: ``FrameLogError`` `full` also where only space is left that is kept for the run's events.
    public func add(_ bytes: [UInt8], head: [UInt8]?, startsGroup: Bool) throws(FrameLogError) {
        try change { state throws(FrameLogError) in
            if let head { try self.begin(head, &state) }
            if startsGroup { try self.writeGroup(&state) }
            state.places.append((UInt32(state.groups.count), state.count))
            state.group += bytes
            state.count += 1
        }
    }

    /// Puts all of it on the disk, and reads it again.
    /// - Parameter numbers: for each entry of the page's index the number of its picture, from 0, in the order in which they were added;
    ///   nil: it was damaged in the log.
    /// - Throws: ``FrameLogError`` `damaged` when it is not what was written.
    public func finish(_ numbers: [Int32?]) throws(FrameLogError) {
        try change { state throws(FrameLogError) in
            try self.writeGroup(&state)
            try state.video?.synchronize()
            let pictures = try numbers.enumerated().map { position, number throws(FrameLogError) in
                try PictureEntry(number, position, state.places)
            }
            try self.write(
                RecordingFormat.picturesMagic,
                RecordingFormat.pictures(self.page),
                pictures.flatMap(\.bytes)
            )
            if !state.groups.isEmpty {
                let groups = state.groups.flatMap(\.bytes)
                try self.write(RecordingFormat.groupsMagic, RecordingFormat.groups(self.page), groups)
            }
            let archive = PageArchive(folder: self.folder, page: self.page)
            try archive.check(entries: numbers.count, pictures: state.places.count)
        }
    }

    private func begin(_ head: [UInt8], _ state: inout State) throws(FrameLogError) {
        let video = try LogFile(path, making: true)
        try video.write(head, at: 0)
        state.video = video
        state.end = head.count
        state.groups = [GroupEntry(offset: 0, count: 0, bytes: head)]
    }

    private func writeGroup(_ state: inout State) throws(FrameLogError) {
        guard state.count > 0, let video = state.video else { return }
        guard settings.hasRoom(in: folder, isSuspended: false) else {
            throw FrameLogError(.full, "The disk is nearly full.")
        }
        try video.write(state.group, at: state.end)
        state.groups.append(GroupEntry(offset: UInt64(state.end), count: state.count, bytes: state.group))
        state.end += state.group.count
        (state.group, state.count) = ([], 0)
        // In small steps, so that nobody has to wait for a long one.
        guard state.end - state.synchronized > 8 << 20 else { return }
        try video.synchronize()
        state.synchronized = state.end
    }

    private func write(_ magic: String, _ name: String, _ table: [UInt8]) throws(FrameLogError) {
        let file = try LogFile(folder + "/" + name, making: true)
        try file.write(RecordingFormat.head(magic, number: page, version: RecordingFormat.archive) + table, at: 0)
        try file.synchronize()
    }

    private func change(_ body: (inout State) throws(FrameLogError) -> Void) throws(FrameLogError) {
        let result = state.withLock { state in Result { () throws(FrameLogError) in try body(&state) } }
        try result.get()
    }
}

extension PictureEntry {
    /// - Throws: `damaged` when there is no picture with the number.
    fileprivate init(_ number: Int32?, _ position: Int, _ places: [(group: UInt32, place: UInt32)])
        throws(FrameLogError)
    {
        guard let number else {
            self.init(group: 0, place: 0, position: UInt32(position))
            return
        }
        guard places.indices.contains(Int(number)) else {
            throw FrameLogError(.damaged, "The video has fewer pictures than the log.")
        }
        let place = places[Int(number)]
        self.init(group: place.group, place: place.place, position: UInt32(position))
    }
}
