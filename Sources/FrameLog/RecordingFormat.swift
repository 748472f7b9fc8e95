import Model

/// Names and numbers of the format, version 1 (`docs/recording-format.md`).
enum RecordingFormat {
    static let version = 1
    /// The first bytes of a segment and of an index.
    static let segmentMagic = "MARTLETF"
    static let indexMagic = "MARTLETI"
    /// Length of a segment's and an index's head.
    static let headSize = 64
    static let journal = "journal"
    /// Takes space while the recording is written, for the journal's last words on a full disk.
    static let reserve = "reserve"

    static func segment(_ number: UInt32) -> String { "frames-\(padded(number))" }
    static func index(_ page: UInt32) -> String { "index-\(padded(page))" }

    private static func padded(_ number: UInt32) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// Magic, version, the file's own number, and zeros, with a checksum at the end.
    static func head(_ magic: String, number: UInt32) -> [UInt8] {
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
            "The recording has format \(version); this server reads formats up to \(Self.version). Use a newer Martlet."
        )
    }
}
