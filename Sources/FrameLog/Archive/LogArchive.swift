import Glibc

/// The step from a log of frames to videos. Calls block; all are safe to repeat after a crash at any point.
///
/// Videos and tables are written beside the log and count for nothing until the journal says so, in one rename. After it the log's frames
/// count for nothing. So a recording is always whole: a log, or an archive.
public enum LogArchive {
    /// Whether there are frames that could be freed, or that an archive has left behind.
    public static func hasFrames(_ folder: String) -> Bool {
        LogFile.exists(folder + "/" + RecordingFormat.segment(1))
    }

    /// - Throws: ``FrameLogError`` `notFound`, `newerVersion`, `unavailable`.
    public static func isDone(_ folder: String) throws(FrameLogError) -> Bool {
        var journal = JournalReader(folder: folder)
        try journal.read()
        return journal.state.isArchived
    }

    /// Removes what an archive that did not come to its end has left. To be called only while the recording is a log.
    public static func discard(_ folder: String) {
        let prefixes = [RecordingFormat.videoPrefix, RecordingFormat.groupsPrefix, RecordingFormat.picturesPrefix]
        for name in RecordingFolder.list(folder) {
            let isLeft = name == RecordingFormat.newJournal || prefixes.contains { name.hasPrefix($0) }
            if isLeft { LogFile.remove(folder + "/" + name) }
        }
    }

    /// Makes the recording an archive: what ``PageArchiveWriter`` has written of each page counts from now on.
    ///
    /// A line without its line feed, which a kill has torn off, is dropped.
    /// - Throws: ``FrameLogError``; then it is still a log, unless the last step, which puts the folder on the disk, has failed.
    public static func commit(_ folder: String) throws(FrameLogError) {
        var journal = JournalReader(folder: folder)
        try journal.read()
        guard !journal.state.isArchived else { return }
        try LogFile.synchronize(folder: folder)
        let old = try LogFile(folder + "/" + RecordingFormat.journal)
        let lines = try old.read(old.size, at: 0)
        let whole = lines.lastIndex(of: UInt8(ascii: "\n")).map { lines[...$0] } ?? []
        let path = folder + "/" + RecordingFormat.newJournal
        LogFile.remove(path)
        let file = try LogFile(path, making: true)
        try file.write(Array(whole) + journal.state.archiveLines, at: 0)
        try file.synchronize()
        // After the rename the frames count for nothing: readers must see it.
        var new = JournalReader(path: path)
        try new.read()
        guard new.state.isArchived else { throw FrameLogError(.damaged, "The journal of an archive cannot be read.") }
        guard rename(path, folder + "/" + RecordingFormat.journal) == 0 else { throw LogFile.error(path) }
        try LogFile.synchronize(folder: folder)
    }

    /// Removes the frames of a log that has become an archive.
    /// - Throws: ``FrameLogError`` `unavailable`; a retry is safe.
    public static func freeFrames(_ folder: String) throws(FrameLogError) {
        // The first segment last: as long as it is there, there is something to be freed.
        let names = RecordingFolder.list(folder).filter { $0.hasPrefix(RecordingFormat.segmentPrefix) }
        for name in names.sorted().reversed() {
            guard unlink(folder + "/" + name) == 0 || errno == ENOENT else { throw LogFile.error(folder) }
        }
        LogFile.remove(folder + "/" + RecordingFormat.reserve)
        try LogFile.synchronize(folder: folder)
    }
}

extension JournalState {
    /// Stands twice, as the first line does.
    fileprivate var archiveLines: [UInt8] {
        let version = Int64(RecordingFormat.archive)
        let line = JournalRecord.recording(version: version, run: run ?? "", startedAt: startedAt ?? 0).line(at: 0)
        return line + line
    }
}
