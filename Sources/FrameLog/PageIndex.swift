/// Looks frames up in the index of one page. Each look-up reads some 64 bytes a step of a binary search; nothing is kept in memory.
struct PageIndex {
    /// How many whole entries there are; what comes behind the last whole one was torn off and is not there.
    let count: Int
    private let file: LogFile

    /// Nil while the page has no frame.
    init?(folder: String, page: UInt32) throws(FrameLogError) {
        let path = folder + "/" + RecordingFormat.index(page)
        guard LogFile.exists(path) else { return nil }
        file = try LogFile(path)
        count = max(0, (file.size - RecordingFormat.headSize) / IndexEntry.size)
    }

    /// Nil where the entry is damaged.
    func entry(_ position: Int) throws(FrameLogError) -> IndexEntry? {
        try entries(position..<position + 1).first ?? nil
    }

    /// Entries in order; nil for each that is damaged.
    func entries(_ positions: Range<Int>) throws(FrameLogError) -> [IndexEntry?] {
        let range = positions.clamped(to: 0..<count)
        let bytes = try file.read(
            range.count * IndexEntry.size,
            at: RecordingFormat.headSize + range.lowerBound * IndexEntry.size
        )
        return stride(from: 0, to: bytes.count - IndexEntry.size + 1, by: IndexEntry.size).map {
            IndexEntry(bytes[$0..<$0 + IndexEntry.size])
        }
    }

    /// The position of the first entry for which `isBehind` holds; `count` when there is none. Entries before it fail it, all after it hold.
    func first(where isBehind: (IndexEntry) -> Bool) throws(FrameLogError) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            // A damaged entry is judged by the nearest readable one before it.
            var probe = middle
            var found = try entry(probe)
            while found == nil, probe > low {
                probe -= 1
                found = try entry(probe)
            }
            if let found, isBehind(found) { high = probe } else { low = middle + 1 }
        }
        return low
    }
}
