/// Writes a ZIP archive front to back (PKWARE APPNOTE 6.3.10): each step gives the bytes that come next, and nothing is ever taken back.
///
/// Order of calls: for each file ``begin(_:)``, ``add(_:)`` as often as needed, ``end()``; at last ``finish()``. It does no I/O. In memory
/// it keeps the central directory alone: about 60 bytes and the name for each file. Names are UTF-8. Sizes, offsets and counts beyond
/// 4 GiB and 65,535 go into zip64 fields, and only then, but for a file of unknown size, which gets them to be safe.
///
/// After an error the archive is not to be used.
public struct ZIPWriter: ~Copyable {
    /// Bytes given out so far.
    public private(set) var position: UInt64 = 0
    /// Files so far.
    public private(set) var count: UInt64 = 0
    private var directory: [UInt8] = []
    private var open: OpenFile?

    /// The file that is being written.
    private struct OpenFile {
        let entry: ZIPEntry
        let record: ZIPRecord
        let deflater: Deflater?
        var crc = CRC32()
        var size: UInt64 = 0
        var compressedSize: UInt64 = 0
    }

    public init() {}

    /// Begins a file: its local header.
    /// - Throws: ``ZIPError`` `name`, `compression`.
    public mutating func begin(_ entry: ZIPEntry) throws(ZIPError) -> [UInt8] {
        precondition(open == nil, "the file before was not ended")
        let length = entry.name.utf8.count
        guard (1...65_535).contains(length) else { throw ZIPError(.name, "a name of \(length) bytes") }
        let record = ZIPRecord(entry, offset: position)
        let deflater = entry.method == .deflate ? try Deflater() : nil
        open = OpenFile(entry: entry, record: record, deflater: deflater)
        return give(record.localHeader)
    }

    /// Takes the next bytes of the file, any number, and gives what the archive gets: these very bytes, or what deflate makes of them.
    /// - Throws: ``ZIPError`` `mismatch` when there are more than announced, `compression`.
    public mutating func add(_ bytes: [UInt8]) throws(ZIPError) -> [UInt8] {
        precondition(open != nil, "no file was begun")
        guard var file = open.take() else { return [] }
        file.crc.update(bytes)
        file.size += UInt64(bytes.count)
        if let size = file.entry.size, file.size > size { throw Self.tooMany(size) }
        let output = try file.deflater?.add(bytes) ?? bytes
        file.compressedSize += UInt64(output.count)
        open = file
        return give(output)
    }

    /// Takes the next bytes of a file that is stored as it is. The archive gets these very bytes: the caller hands them on, and nothing is copied.
    /// - Throws: ``ZIPError`` `mismatch` when there are more than announced.
    public mutating func pass(_ bytes: UnsafeRawBufferPointer) throws(ZIPError) {
        precondition(open?.deflater == nil && open != nil, "no file to be stored was begun")
        open?.crc.update(bytes)
        open?.size += UInt64(bytes.count)
        open?.compressedSize += UInt64(bytes.count)
        position += UInt64(bytes.count)
        if let file = open, let size = file.entry.size, file.size > size { throw Self.tooMany(size) }
    }

    private static func tooMany(_ size: UInt64) -> ZIPError {
        ZIPError(.mismatch, "more bytes than the announced \(size)")
    }

    /// Ends the file: what deflate still holds, and the data descriptor, where there is one.
    /// - Throws: ``ZIPError`` `mismatch` when size or checksum are not as announced, `compression`.
    public mutating func end() throws(ZIPError) -> [UInt8] {
        precondition(open != nil, "no file was begun")
        guard let file = open.take() else { return [] }
        let rest = try file.deflater?.finish() ?? []
        let record = file.record.completed(
            crc32: file.crc.value,
            size: file.size,
            compressedSize: file.compressedSize + UInt64(rest.count)
        )
        try Self.check(file.entry, record)
        directory += record.directoryHeader
        count += 1
        return give(rest + (record.hasDescriptor ? record.descriptor : []))
    }

    private static func check(_ entry: ZIPEntry, _ record: ZIPRecord) throws(ZIPError) {
        guard record.size == entry.size ?? record.size, record.crc32 == entry.crc32 ?? record.crc32 else {
            throw ZIPError(.mismatch, "the bytes of a file are not those announced")
        }
    }

    /// Ends the archive: the central directory and its end. Nothing may follow.
    public consuming func finish() -> [UInt8] {
        precondition(open == nil, "the last file was not ended")
        return directory + ZIPDirectoryEnd(count: count, size: UInt64(directory.count), offset: position).bytes
    }

    private mutating func give(_ bytes: [UInt8]) -> [UInt8] {
        position += UInt64(bytes.count)
        return bytes
    }
}
