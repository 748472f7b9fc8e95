/// What closes an archive: where its central directory stands (APPNOTE 4.3.14 to 4.3.16).
struct ZIPDirectoryEnd {
    let count: UInt64
    let size: UInt64
    let offset: UInt64

    private var needs64: Bool {
        count >= ZIPLimit.field16 || size >= ZIPLimit.field32 || offset >= ZIPLimit.field32
    }

    var bytes: [UInt8] { (needs64 ? record64 + locator64 : []) + record }

    /// The zip64 end of central directory record (APPNOTE 4.3.14).
    private var record64: [UInt8] {
        var record: [UInt8] = []
        record.put32(0x0606_4B50)
        record.put64(44)  // what follows this field
        record.put16(3 << 8 | 45)
        record.put16(45)
        record.put32(0)  // disk
        record.put32(0)  // disk of the directory
        record.put64(count)
        record.put64(count)
        record.put64(size)
        record.put64(offset)
        return record
    }

    /// The zip64 end of central directory locator (APPNOTE 4.3.15).
    private var locator64: [UInt8] {
        var locator: [UInt8] = []
        locator.put32(0x0706_4B50)
        locator.put32(0)
        locator.put64(offset + size)
        locator.put32(1)
        return locator
    }

    /// The end of central directory record (APPNOTE 4.3.16).
    private var record: [UInt8] {
        var record: [UInt8] = []
        record.put32(0x0605_4B50)
        record.put16(0)
        record.put16(0)
        record.put16(orMark: count)
        record.put16(orMark: count)
        record.put32(orMark: size)
        record.put32(orMark: offset)
        record.put16(0)
        return record
    }
}
