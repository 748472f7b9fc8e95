/// A file of frames, each a head of 64 bytes and its JPEG.
final class SegmentFile {
    private let file: LogFile
    private let number: UInt32
    private(set) var end: Int
    private var isDirty = true

    init(folder: String, number: UInt32) throws(FrameLogError) {
        self.number = number
        let path = folder + "/" + RecordingFormat.segment(number)
        file = try LogFile(path, making: true)
        let head = RecordingFormat.head(RecordingFormat.segmentMagic, number: number)
        do throws(FrameLogError) { try file.write(head, at: 0) } catch {
            // The next try makes the file anew.
            LogFile.remove(path)
            throw error
        }
        end = head.count
    }

    /// Writes a frame, all or nothing, and puts its place into the entry.
    func append(_ entry: inout IndexEntry, _ jpeg: [UInt8]) throws(FrameLogError) -> FramePlace {
        entry.segment = number
        entry.offset = UInt32(end + IndexEntry.size)
        try file.write(entry.bytes + jpeg, at: end)
        end += IndexEntry.size + jpeg.count
        isDirty = true
        return FramePlace(segment: number, offset: entry.offset)
    }

    func synchronize() throws(FrameLogError) {
        guard isDirty else { return }
        try file.synchronize()
        isDirty = false
    }
}
