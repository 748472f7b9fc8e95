/// Reads a journal, and goes on where it stopped when lines were added.
struct JournalReader: Sendable {
    private(set) var state = JournalState()
    private let path: String
    private var position = 0
    /// Bytes that are read at once.
    private static let part = 1 << 20

    init(folder: String) { self.init(path: folder + "/" + RecordingFormat.journal) }

    init(path: String) { self.path = path }

    /// Reads what was added. A last line without its line feed is not there yet, or never will be.
    mutating func read() throws(FrameLogError) {
        let file = try LogFile(path)
        var size = Self.part
        while true {
            let bytes = try file.read(size, at: position)
            guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
                guard bytes.count == size else { break }
                // A line that is longer: recordings of old servers have addresses of megabytes.
                size *= 2
                continue
            }
            size = Self.part
            for line in bytes[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                state.add(JournalRecord.read(line))
            }
            position += end + 1
        }
        guard let version = state.version else { return }
        guard version <= RecordingFormat.archive else { throw RecordingFormat.newer(version) }
    }
}
