import Model

/// One frame in the index of its page: where its JPEG lies, and when it was shown. 64 bytes, little-endian (`docs/recording-format.md`).
///
/// The same 64 bytes stand before the JPEG in its segment.
struct IndexEntry: Equatable, Sendable {
    static let size = 64

    var segment: UInt32
    /// Where the JPEG begins in its segment.
    var offset: UInt32
    var length: UInt32
    /// The page's number in the journal.
    var page: UInt32
    /// Milliseconds since the run's start.
    var milliseconds: Int64
    var number: Int64
    /// CRC-32C of the JPEG.
    var checksum: UInt32
    var width: Int
    var height: Int
    var geometry: FrameGeometry
}

extension IndexEntry {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        for word in [segment, offset, length, page] { writer.put(word) }
        writer.put(UInt64(bitPattern: milliseconds))
        writer.put(UInt64(bitPattern: number))
        writer.put(checksum)
        for side in [width, height, geometry.deviceWidth, geometry.deviceHeight] {
            writer.put(UInt16(clamping: side))
        }
        let scroll = [geometry.offsetTop, geometry.scrollOffsetX, geometry.scrollOffsetY]
        writer.put(Float(geometry.pageScaleFactor).bitPattern)
        for value in scroll { writer.put(Self.eighths(value)) }
        writer.put(CRC32C.of(writer.bytes))
        return writer.bytes
    }

    private static func eighths(_ value: Double) -> Int32 {
        Int32(exactly: (value * 8).rounded()) ?? (value < 0 ? .min : .max)
    }

    /// Nil when the checksum says that these are not the bytes that were written.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        var reader = ByteReader(bytes)
        segment = reader.word()
        offset = reader.word()
        length = reader.word()
        page = reader.word()
        milliseconds = Int64(bitPattern: reader.long())
        number = Int64(bitPattern: reader.long())
        checksum = reader.word()
        width = Int(reader.short())
        height = Int(reader.short())
        let deviceWidth = Int(reader.short())
        let deviceHeight = Int(reader.short())
        let scale = Double(Float(bitPattern: reader.word()))
        let eighths = (0..<3).map { _ in Double(Int32(bitPattern: reader.word())) / 8 }
        geometry = FrameGeometry(
            deviceWidth: deviceWidth,
            deviceHeight: deviceHeight,
            pageScaleFactor: scale,
            offsetTop: eighths[0],
            scrollOffsetX: eighths[1],
            scrollOffsetY: eighths[2]
        )
        guard reader.word() == CRC32C.of(Array(bytes.prefix(Self.size - 4))) else { return nil }
    }
}
