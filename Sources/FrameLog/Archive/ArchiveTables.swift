/// Where the pictures that are decoded together lie in the video of their page. 32 bytes, little-endian (`docs/recording-format.md`).
struct GroupEntry: Equatable, Sendable {
    static let size = 32

    var offset: UInt64
    var length: UInt32
    /// How many pictures there are.
    var count: UInt32
    /// CRC-32C of the bytes.
    var checksum: UInt32

    init(offset: UInt64, count: UInt32, bytes: [UInt8]) {
        self.offset = offset
        self.count = count
        length = UInt32(bytes.count)
        checksum = CRC32C.of(bytes)
    }

    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        writer.put(offset)
        for word in [length, count, checksum, 0, 0] { writer.put(word) }
        writer.put(CRC32C.of(writer.bytes))
        return writer.bytes
    }

    /// Nil when the checksum says that these are not the bytes that were written.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        var reader = ByteReader(bytes)
        offset = reader.long()
        length = reader.word()
        count = reader.word()
        checksum = reader.word()
        _ = reader.long()
        guard reader.word() == CRC32C.of(Array(bytes.dropLast(4))) else { return nil }
    }
}

/// Which picture of the video an entry of the page's index is. 16 bytes, little-endian (`docs/recording-format.md`).
struct PictureEntry: Equatable, Sendable {
    static let size = 16

    /// From 1; 0: the picture was damaged in the log already.
    var group: UInt32
    /// From 0, in the group.
    var place: UInt32
    /// The entry's position in the index.
    var position: UInt32

    init(group: UInt32, place: UInt32, position: UInt32) {
        self.group = group
        self.place = place
        self.position = position
    }

    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        for word in [group, place, position] { writer.put(word) }
        writer.put(CRC32C.of(writer.bytes))
        return writer.bytes
    }

    /// Nil when the checksum says that these are not the bytes that were written.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        var reader = ByteReader(bytes)
        group = reader.word()
        place = reader.word()
        position = reader.word()
        guard reader.word() == CRC32C.of(Array(bytes.dropLast(4))) else { return nil }
    }
}
