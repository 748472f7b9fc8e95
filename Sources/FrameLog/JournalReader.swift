/// Reads a journal, and goes on where it stopped when lines were added.
struct JournalReader: Sendable {
    private(set) var state = JournalState()
    private let path: String
    private var position = 0

    init(folder: String) { path = folder + "/" + RecordingFormat.journal }

    /// Reads what was added. A last line without its line feed is not there yet, or never will be.
    mutating func read() throws(FrameLogError) {
        let file = try LogFile(path)
        while true {
            let bytes = try file.read(1 << 20, at: position)
            guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { break }
            for line in bytes[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                state.add(JournalRecord.read(line))
            }
            position += end + 1
        }
        guard let version = state.version else { return }
        guard version <= RecordingFormat.archive else { throw RecordingFormat.newer(version) }
    }
}
