/// Numbers as an archive holds them: little-endian (APPNOTE 4.4.1).
extension [UInt8] {
    mutating func put16(_ value: UInt16) { for shift in [0, 8] { append(UInt8(truncatingIfNeeded: value >> shift)) } }

    mutating func put32(_ value: UInt32) {
        put16(UInt16(truncatingIfNeeded: value))
        put16(UInt16(truncatingIfNeeded: value >> 16))
    }

    mutating func put64(_ value: UInt64) {
        put32(UInt32(truncatingIfNeeded: value))
        put32(UInt32(truncatingIfNeeded: value >> 32))
    }

    /// A value where it fits, else the mark that it stands in the zip64 field (APPNOTE 4.4.1.4).
    mutating func put32(orMark value: UInt64) { put32(value >= ZIPLimit.field32 ? .max : UInt32(value)) }
    mutating func put16(orMark value: UInt64) { put16(value >= ZIPLimit.field16 ? .max : UInt16(value)) }
}

/// From these values on a field holds a mark, and zip64 records the value.
enum ZIPLimit {
    static let field32: UInt64 = 0xFFFF_FFFF
    static let field16: UInt64 = 0xFFFF
}
