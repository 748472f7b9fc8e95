/// Finds single frames.
struct FrameSearch {
    let journal: JournalState
    let folder: String

    func frame(at milliseconds: Int64, page: String?) throws(FrameLogError) -> FoundFrame? {
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

    func frame(number: Int64) throws(FrameLogError) -> FoundFrame? {
        for id in journal.numberOf.keys {
            if let frame = try frame(number: number, of: id) { return frame }
        }
        return nil
    }

    func frame(number: Int64, of id: String) throws(FrameLogError) -> FoundFrame? {
        guard let page = journal.numberOf[id], let index = try PageIndex(folder: folder, page: page) else { return nil }
        let position = try index.first { $0.number >= number }
        guard position < index.count, let entry = try index.entry(position), entry.number == number else { return nil }
        guard let frame = try load(entry, at: position, of: id, damagedBefore: 0) else {
            throw FrameLogError(.damaged, "Frame \(number) does not match its checksum.")
        }
        return frame
    }

    private func frame(of id: String, at milliseconds: Int64) throws(FrameLogError) -> FoundFrame? {
        guard let page = journal.numberOf[id], let index = try PageIndex(folder: folder, page: page) else { return nil }
        let position = try index.first { $0.milliseconds > milliseconds }
        return try readable(Array((0..<position).reversed().prefix(Self.mostDamaged)), index, id)
    }

    private func first(of id: String) throws(FrameLogError) -> FoundFrame? {
        guard let page = journal.numberOf[id], let index = try PageIndex(folder: folder, page: page) else { return nil }
        return try readable(Array((0..<index.count).prefix(Self.mostDamaged)), index, id)
    }

    /// Beyond so many damaged frames in a row the search ends.
    private static let mostDamaged = 1000

    private func readable(_ positions: [Int], _ index: PageIndex, _ id: String) throws(FrameLogError) -> FoundFrame? {
        var damaged = 0
        for position in positions {
            if let entry = try index.entry(position),
                let frame = try load(entry, at: position, of: id, damagedBefore: damaged)
            {
                return frame
            }
            damaged += 1
        }
        return nil
    }

    /// Nil when what holds the picture does not match its checksum.
    /// - Parameter position: the entry's, in its index.
    private func load(_ entry: IndexEntry, at position: Int, of id: String, damagedBefore: Int)
        throws(FrameLogError) -> FoundFrame?
    {
        guard let content = try content(of: entry, at: position) else { return nil }
        let entry = FrameEntry(entry, pageID: id, shownFrom: entry.milliseconds)
        return FoundFrame(entry: entry, content: content, damagedBefore: damagedBefore)
    }

    private func content(of entry: IndexEntry, at position: Int) throws(FrameLogError) -> FoundFrame.Content? {
        guard !journal.isArchived else {
            return try PageArchive(folder: folder, page: entry.page).picture(of: entry, at: position).map {
                .archived($0)
            }
        }
        return try entry.jpeg(in: folder).map { .jpeg($0) }
    }
}

/// A frame that was found, with what its picture is made of.
struct FoundFrame: Sendable {
    enum Content: Sendable {
        case jpeg([UInt8])
        case archived(ArchivedPicture)
    }

    let entry: FrameEntry
    let content: Content
    let damagedBefore: Int
}

extension IndexEntry {
    /// Its JPEG in the log; nil when it does not match its checksum.
    func jpeg(in folder: String) throws(FrameLogError) -> [UInt8]? {
        try jpeg(in: try LogFile(folder + "/" + RecordingFormat.segment(segment)))
    }

    /// - Parameter file: the segment.
    func jpeg(in file: LogFile) throws(FrameLogError) -> [UInt8]? {
        let jpeg = try file.read(Int(length), at: Int(offset))
        guard jpeg.count == Int(length), CRC32C.of(jpeg) == checksum else { return nil }
        return jpeg
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
