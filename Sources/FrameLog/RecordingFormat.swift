import Model

/// Names and numbers of the format (`docs/recording-format.md`).
enum RecordingFormat {
    /// The version of a log of frames.
    static let log = 1
    /// The version of a recording whose log has become videos.
    static let archive = 2
    /// The first bytes of a segment and of an index, and of an archive's tables.
    static let segmentMagic = "MARTLETF"
    static let indexMagic = "MARTLETI"
    static let groupsMagic = "MARTLETG"
    static let picturesMagic = "MARTLETP"
    /// Length of the head of each of them.
    static let headSize = 64
    static let journal = "journal"
    /// Takes space while the recording is written, for the journal's last words on a full disk.
    static let reserve = "reserve"
    /// What takes the journal's place when the log has become videos.
    static let newJournal = "journal.new"

    static let segmentPrefix = "frames-"
    static let indexPrefix = "index-"
    static let (videoPrefix, groupsPrefix, picturesPrefix) = ("video-", "groups-", "pictures-")

    static func segment(_ number: UInt32) -> String { segmentPrefix + padded(number) }
    static func index(_ page: UInt32) -> String { indexPrefix + padded(page) }
    static func video(_ page: UInt32) -> String { videoPrefix + padded(page) + ".mkv" }
    static func groups(_ page: UInt32) -> String { groupsPrefix + padded(page) }
    static func pictures(_ page: UInt32) -> String { picturesPrefix + padded(page) }

    private static func padded(_ number: UInt32) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// Magic, version, the file's own number, and zeros, with a checksum at the end.
    static func head(_ magic: String, number: UInt32, version: Int = log) -> [UInt8] {
        var writer = ByteWriter(capacity: headSize)
        for byte in magic.utf8 { writer.put(byte) }
        writer.put(UInt32(version))
        writer.put(number)
        while writer.bytes.count < headSize - 4 { writer.put(UInt32(0)) }
        writer.put(CRC32C.of(writer.bytes))
        return writer.bytes
    }

    static func newer(_ version: Int64) -> FrameLogError {
        FrameLogError(
            .newerVersion,
            "The recording has format \(version); this server reads formats up to \(archive). Use a newer Martlet."
        )
    }
}
