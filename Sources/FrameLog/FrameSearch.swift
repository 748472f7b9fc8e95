/// Finds single frames.
struct FrameSearch {
    let journal: JournalState
    let folder: String

    func frame(at milliseconds: Int64, page: String?) throws(FrameLogError) -> StoredFrame? {
        if let page {
            if let found = try frame(of: page, at: milliseconds) { return found }
            return try first(of: page)
        }
        // A page that has just come to the front may have no frame yet: then what was shown before still is.
        for span in journal.program.reversed() where span.from <= milliseconds {
            if let page = span.pageID, let found = try frame(of: page, at: milliseconds) { return found }
        }
        for span in journal.program {
            if let page = span.pageID, let found = try first(of: page) { return found }
        }
        return nil
    }

    func frame(number: Int64) throws(FrameLogError) -> StoredFrame? {
        for id in journal.numberOf.keys {
            if let frame = try frame(number: number, of: id) { return frame }
        }
        return nil
    }

    func frame(number: Int64, of id: String) throws(FrameLogError) -> StoredFrame? {
        guard let page = journal.numberOf[id], let index = try PageIndex(folder: folder, page: page) else { return nil }
        let position = try index.first { $0.number >= number }
        guard position < index.count, let entry = try index.entry(position), entry.number == number else { return nil }
        guard let frame = try load(entry, of: id, damagedBefore: 0) else {
            throw FrameLogError(.damaged, "Frame \(number) does not match its checksum.")
        }
        return frame
    }

    private func frame(of id: String, at milliseconds: Int64) throws(FrameLogError) -> StoredFrame? {
        guard let page = journal.numberOf[id], let index = try PageIndex(folder: folder, page: page) else { return nil }
        let position = try index.first { $0.milliseconds > milliseconds }
        return try readable(Array((0..<position).reversed().prefix(Self.mostDamaged)), index, id)
    }

    private func first(of id: String) throws(FrameLogError) -> StoredFrame? {
        guard let page = journal.numberOf[id], let index = try PageIndex(folder: folder, page: page) else { return nil }
        return try readable(Array((0..<index.count).prefix(Self.mostDamaged)), index, id)
    }

    /// Beyond so many damaged frames in a row the search ends.
    private static let mostDamaged = 1000

    private func readable(_ positions: [Int], _ index: PageIndex, _ id: String) throws(FrameLogError) -> StoredFrame? {
        var damaged = 0
        for position in positions {
            if let entry = try index.entry(position), let frame = try load(entry, of: id, damagedBefore: damaged) {
                return frame
            }
            damaged += 1
        }
        return nil
    }

    /// Nil when the JPEG does not match its checksum.
    func load(_ entry: IndexEntry, of id: String, damagedBefore: Int) throws(FrameLogError) -> StoredFrame? {
        let file = try LogFile(folder + "/" + RecordingFormat.segment(entry.segment))
        let jpeg = try file.read(Int(entry.length), at: Int(entry.offset))
        guard jpeg.count == Int(entry.length), CRC32C.of(jpeg) == entry.checksum else { return nil }
        return StoredFrame(
            entry: FrameEntry(entry, pageID: id, shownFrom: entry.milliseconds),
            jpeg: jpeg,
            damagedBefore: damagedBefore
        )
    }
}

extension FrameEntry {
    init(_ entry: IndexEntry, pageID: String, shownFrom: Int64) {
        self.init(
            number: entry.number,
            pageID: pageID,
            milliseconds: entry.milliseconds,
            shownFrom: shownFrom,
            width: entry.width,
            height: entry.height,
            geometry: entry.geometry,
            size: Int(entry.length)
        )
    }
}
