import Glibc

/// The entries of one page's frames, in order, behind a head of 64 bytes.
final class IndexFile {
    private let file: LogFile
    private var end: Int
    private var isDirty = false

    /// Makes the file, or opens it where it was made before by this process.
    init(folder: String, page: UInt32) throws(FrameLogError) {
        let path = folder + "/" + RecordingFormat.index(page)
        if access(path, F_OK) == 0 {
            file = try LogFile(appendingTo: path)
            end = file.size
        } else {
            file = try LogFile(path, making: true)
            let head = RecordingFormat.head(RecordingFormat.indexMagic, number: page)
            do throws(FrameLogError) { try file.write(head, at: 0) } catch {
                LogFile.remove(path)
                throw error
            }
            end = head.count
        }
    }

    /// Writes entries, all or none.
    func append(_ entries: [IndexEntry]) throws(FrameLogError) {
        let bytes = entries.flatMap(\.bytes)
        try file.write(bytes, at: end)
        end += bytes.count
        isDirty = true
    }

    func synchronize() throws(FrameLogError) {
        guard isDirty else { return }
        try file.synchronize()
        isDirty = false
    }
}
