import Glibc

/// The files of a recording that is being written. Lives on the writer's lane.
///
/// Frames go into segments at once; their entries go into the indexes with a commit, after the segments are on the disk. So an entry never
/// points to what a power cut could take, and readers see what is committed.
final class LogFiles {
    private let folder: String
    private let segmentSize: Int
    private let journal: LogFile
    private var journalEnd = 0
    private var segment: SegmentFile?
    private var segmentCount: UInt32 = 0
    private var indexes: [UInt32: IndexFile] = [:]
    /// Entries of frames that are written and not yet committed, by page.
    private var waiting: [(page: UInt32, entry: IndexEntry)] = []
    private var known = KnownFrames()
    private var isJournalDirty = false
    /// The folder's own list is to be put on the disk too.
    private var hasNewFiles = true

    init(folder: String, segmentSize: Int) throws(FrameLogError) {
        self.folder = folder
        self.segmentSize = segmentSize
        journal = try LogFile(folder + "/" + RecordingFormat.journal, making: true)
        LogFile.reserve(reserve, size: 64 * 1024)
    }

    /// Adds a line to the journal; it is committed with the next commit.
    func write(_ record: JournalRecord, at milliseconds: Int64) throws(FrameLogError) {
        let line = record.line(at: milliseconds)
        do throws(FrameLogError) { try journal.write(line, at: journalEnd) } catch {
            guard error.code == .full, LogFile.exists(reserve) else { throw error }
            // The journal must be able to say that the disk is full.
            LogFile.remove(reserve)
            try journal.write(line, at: journalEnd)
        }
        journalEnd += line.count
        isJournalDirty = true
    }

    private var reserve: String { folder + "/" + RecordingFormat.reserve }

    /// Gives the reserve back; to be called when nothing more is written.
    func finish() { LogFile.remove(reserve) }

    /// Writes a frame's JPEG, unless one of the last 4,096 different ones is equal to it.
    func write(_ frame: LoggedFrame, page: UInt32, at milliseconds: Int64) throws(FrameLogError) {
        let checksum = CRC32C.of(frame.jpeg)
        var entry = IndexEntry(frame, page: page, milliseconds: milliseconds, checksum: checksum)
        if let place = known.place(of: frame.jpeg, checksum), holds(frame.jpeg, place) {
            (entry.segment, entry.offset) = (place.segment, place.offset)
        } else {
            let place = try currentSegment().append(&entry, frame.jpeg)
            known.add(place, frame.jpeg.count, checksum)
        }
        waiting.append((page, entry))
    }

    /// Whether exactly these bytes lie there.
    private func holds(_ jpeg: [UInt8], _ place: FramePlace) -> Bool {
        let path = folder + "/" + RecordingFormat.segment(place.segment)
        let stored = Result { () throws(FrameLogError) in try LogFile(path).read(jpeg.count, at: Int(place.offset)) }
        guard case .success(let bytes) = stored else { return false }
        return bytes == jpeg
    }

    private func currentSegment() throws(FrameLogError) -> SegmentFile {
        if let segment, segment.end < segmentSize { return segment }
        try segment?.synchronize()
        let next = try SegmentFile(folder: folder, number: segmentCount + 1)
        segmentCount += 1
        hasNewFiles = true
        segment = next
        return next
    }

    /// Puts all that was written on the disk, and then into the indexes.
    func commit() throws(FrameLogError) {
        try segment?.synchronize()
        if isJournalDirty {
            try journal.synchronize()
            isJournalDirty = false
        }
        try commitEntries()
        if hasNewFiles { try LogFile.synchronize(folder: folder) }
        hasNewFiles = false
        if indexes.count > Self.mostOpenIndexes { indexes = [:] }
    }

    /// What a full disk refuses waits for the next commit.
    private func commitEntries() throws(FrameLogError) {
        let entries = Dictionary(grouping: waiting, by: \.page)
        for page in entries.keys.sorted() {
            try index(page).append(waiting.filter { $0.page == page }.map(\.entry))
            waiting.removeAll { $0.page == page }
        }
        for page in entries.keys { try indexes[page]?.synchronize() }
    }

    /// More pages than these are opened anew when their turn comes.
    private static let mostOpenIndexes = 64

    private func index(_ page: UInt32) throws(FrameLogError) -> IndexFile {
        if let file = indexes[page] { return file }
        let file = try IndexFile(folder: folder, page: page)
        hasNewFiles = true
        indexes[page] = file
        return file
    }
}

extension IndexEntry {
    fileprivate init(_ frame: LoggedFrame, page: UInt32, milliseconds: Int64, checksum: UInt32) {
        self.init(
            segment: 0,
            offset: 0,
            length: UInt32(frame.jpeg.count),
            page: page,
            milliseconds: milliseconds,
            number: frame.number,
            checksum: checksum,
            width: frame.width,
            height: frame.height,
            geometry: frame.geometry
        )
    }
}
