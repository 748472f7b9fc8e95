/// Lists what a track shows.
struct TrackList {
    let journal: JournalState
    let folder: String

    func entries(from: Int64, to: Int64, page: String?, limit: Int) throws(FrameLogError) -> [FrameEntry] {
        var entries: [FrameEntry] = []
        if let page {
            try add(page, from, to, limit, to: &entries)
            return entries
        }
        for (index, span) in journal.program.enumerated() {
            let end = index + 1 < journal.program.count ? journal.program[index + 1].from - 1 : Int64.max
            guard end >= from else { continue }
            guard span.from <= to, entries.count < limit else { break }
            if let page = span.pageID { try add(page, max(from, span.from), min(to, end), limit, to: &entries) }
        }
        return entries
    }

    /// The page's frames of a span, the one that is shown at its begin included.
    private func add(_ id: String, _ from: Int64, _ to: Int64, _ limit: Int, to entries: inout [FrameEntry])
        throws(FrameLogError)
    {
        guard let page = journal.numberOf[id], let index = try PageIndex(folder: folder, page: page) else { return }
        var position = max(0, try index.first { $0.milliseconds > from } - 1)
        while position < index.count, entries.count < limit {
            let next = min(position + 256, index.count)
            for entry in try index.entries(position..<next) {
                guard let entry else { continue }
                guard entry.milliseconds <= to, entries.count < limit else { return }
                let shownFrom = max(entry.milliseconds, from)
                entries.append(FrameEntry(entry, pageID: id, shownFrom: shownFrom))
            }
            position = next
        }
    }
}
