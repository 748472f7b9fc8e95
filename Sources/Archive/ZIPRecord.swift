/// One file in the archive, as the headers tell of it.
struct ZIPRecord {
    let name: [UInt8]
    let method: ZIPEntry.Method
    let time: ZIPTime
    /// Where its local header begins.
    let offset: UInt64
    /// Whether its CRC and sizes follow its bytes (bit 3, APPNOTE 4.4.4).
    let hasDescriptor: Bool
    /// Whether the local header and the descriptor have fields of eight bytes (APPNOTE 4.3.9.2).
    let isLocal64: Bool
    private(set) var crc32: UInt32
    private(set) var size: UInt64
    private(set) var compressedSize: UInt64

    init(_ entry: ZIPEntry, offset: UInt64) {
        name = Array(entry.name.utf8)
        method = entry.method
        time = ZIPTime(milliseconds: entry.modifiedAtMs)
        self.offset = offset
        hasDescriptor = entry.method == .deflate || entry.size == nil || entry.crc32 == nil
        // Deflate may make a file a little longer (five bytes in 16 kB), so a large one is taken as such early.
        let limit = entry.method == .store ? ZIPLimit.field32 : ZIPLimit.field32 - 0x0100_0000
        isLocal64 = entry.size.map { $0 >= limit } ?? true
        crc32 = entry.crc32 ?? 0
        size = entry.size ?? 0
        compressedSize = size
    }

    /// The same file, when all its bytes were seen.
    func completed(crc32: UInt32, size: UInt64, compressedSize: UInt64) -> ZIPRecord {
        var record = self
        (record.crc32, record.size, record.compressedSize) = (crc32, size, compressedSize)
        return record
    }

    /// Version 4.5 of the format for zip64, else 2.0 (APPNOTE 4.4.3.2).
    private func version(_ is64: Bool) -> UInt16 { is64 ? 45 : 20 }
    /// Bit 11: the name is UTF-8 (APPNOTE, appendix D); bit 3: sizes follow.
    private var flags: UInt16 { 0x0800 | (hasDescriptor ? 0x0008 : 0) }

    /// The local file header (APPNOTE 4.3.7).
    var localHeader: [UInt8] {
        var extra: [UInt8] = []
        if isLocal64 {
            extra.put16(0x0001)
            extra.put16(16)
            extra.put64(hasDescriptor ? 0 : size)
            extra.put64(hasDescriptor ? 0 : compressedSize)
        }
        extra += time.extraField
        var header: [UInt8] = []
        header.reserveCapacity(30 + name.count + extra.count)
        header.put32(0x0403_4B50)
        putCommon(&header, version(isLocal64), extra: extra)
        header += name
        header += extra
        return header
    }

    private func putCommon(_ header: inout [UInt8], _ version: UInt16, extra: [UInt8]) {
        header.put16(version)
        header.put16(flags)
        header.put16(method.rawValue)
        header.put16(time.dosTime)
        header.put16(time.dosDate)
        header.put32(hasDescriptor ? 0 : crc32)
        header.put32(isLocal64 ? .max : hasDescriptor ? 0 : UInt32(truncatingIfNeeded: compressedSize))
        header.put32(isLocal64 ? .max : hasDescriptor ? 0 : UInt32(truncatingIfNeeded: size))
        header.put16(UInt16(name.count))
        header.put16(UInt16(extra.count))
    }

    /// The data descriptor (APPNOTE 4.3.9), with the signature that readers expect.
    var descriptor: [UInt8] {
        var descriptor: [UInt8] = []
        descriptor.put32(0x0807_4B50)
        descriptor.put32(crc32)
        for value in [compressedSize, size] {
            if isLocal64 { descriptor.put64(value) } else { descriptor.put32(UInt32(truncatingIfNeeded: value)) }
        }
        return descriptor
    }

    /// The values that do not fit into the directory's own fields, in the order that APPNOTE 4.5.3 asks for.
    private var directoryField64: [UInt8] {
        let large = [size, compressedSize, offset].filter { $0 >= ZIPLimit.field32 }
        guard !large.isEmpty else { return [] }
        var field: [UInt8] = []
        field.put16(0x0001)
        field.put16(UInt16(large.count * 8))
        for value in large { field.put64(value) }
        return field
    }

    /// The file's header in the central directory (APPNOTE 4.3.12).
    var directoryHeader: [UInt8] {
        let field64 = directoryField64
        let extra = field64 + time.extraField
        var header: [UInt8] = []
        header.reserveCapacity(46 + name.count + extra.count)
        header.put32(0x0201_4B50)
        header.put16(3 << 8 | 45)  // Made by version 4.5 on Unix (APPNOTE 4.4.2).
        header.put16(version(isLocal64 || !field64.isEmpty))
        header.put16(flags)
        header.put16(method.rawValue)
        header.put16(time.dosTime)
        header.put16(time.dosDate)
        header.put32(crc32)
        header.put32(orMark: compressedSize)
        header.put32(orMark: size)
        header.put16(UInt16(name.count))
        header.put16(UInt16(extra.count))
        header.put16(0)  // comment
        header.put16(0)  // disk
        header.put16(0)  // internal attributes
        header.put32(0o100644 << 16)  // a regular file that its owner may write
        header.put32(orMark: offset)
        header += name
        header += extra
        return header
    }
}
