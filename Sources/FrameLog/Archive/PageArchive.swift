/// The video of one page, and the tables that tell where its pictures lie. What is missing counts as damaged.
struct PageArchive {
    let folder: String
    let page: UInt32

    /// The picture of an entry of the page's index; nil when it was damaged in the log, or is now.
    func picture(of entry: IndexEntry, at position: Int) throws(FrameLogError) -> ArchivedPicture? {
        guard let place = try place(position), place.group > 0, let head = try group(0),
            let group = try group(place.group), place.place < group.count
        else { return nil }
        guard LogFile.exists(path) else { return nil }
        let video = try LogFile(path)
        guard let start = try bytes(of: head, in: video), let pictures = try bytes(of: group, in: video) else {
            return nil
        }
        return ArchivedPicture(
            group: ArchivedPicture.Group(
                video: path,
                number: place.group,
                width: entry.width,
                height: entry.height
            ),
            place: Int(place.place),
            video: [start, pictures]
        )
    }

    private var path: String { folder + "/" + RecordingFormat.video(page) }

    private func place(_ position: Int) throws(FrameLogError) -> PictureEntry? {
        let bytes = try read(RecordingFormat.pictures(page), PictureEntry.size, position)
        return PictureEntry(bytes[...]).flatMap { $0.position == UInt32(position) ? $0 : nil }
    }

    private func group(_ number: UInt32) throws(FrameLogError) -> GroupEntry? {
        GroupEntry(try read(RecordingFormat.groups(page), GroupEntry.size, Int(number))[...])
    }

    /// An entry of a table; fewer bytes where there is none.
    private func read(_ name: String, _ size: Int, _ position: Int) throws(FrameLogError) -> [UInt8] {
        let path = folder + "/" + name
        guard LogFile.exists(path) else { return [] }
        return try LogFile(path).read(size, at: RecordingFormat.headSize + position * size)
    }

    /// Nil when they do not match their checksum.
    private func bytes(of group: GroupEntry, in video: LogFile) throws(FrameLogError) -> [UInt8]? {
        let bytes = try video.read(Int(group.length), at: Int(clamping: group.offset))
        return bytes.count == Int(group.length) && CRC32C.of(bytes) == group.checksum ? bytes : nil
    }

    /// Reads all of it as a reader would.
    /// - Parameters:
    ///   - entries: how many the page's index has.
    ///   - pictures: how many the video has.
    /// - Throws: `damaged` when a part does not match its checksum, or the numbers are others.
    func check(entries: Int, pictures: Int) throws(FrameLogError) {
        var counts: [UInt32: UInt32] = [:]
        for position in 0..<entries {
            guard let place = try place(position) else { throw Self.damaged }
            if place.group > 0 { counts[place.group] = max(counts[place.group] ?? 0, place.place + 1) }
        }
        var sum = 0
        for number in [0] + counts.keys.sorted() where pictures > 0 {
            guard let group = try group(number), group.count == counts[number] ?? 0,
                try bytes(of: group, in: LogFile(path)) != nil
            else { throw Self.damaged }
            sum += Int(group.count)
        }
        guard sum == pictures else { throw Self.damaged }
    }

    private static let damaged = FrameLogError(.damaged, "The archive is not what was written.")
}
