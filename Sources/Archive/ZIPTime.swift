#if canImport(Glibc)
    import Glibc
#endif

/// A file's time in an archive: to two seconds in the old fields (APPNOTE 4.4.6), here in UTC, and to the second in the extended
/// timestamp (0x5455, APPNOTE 4.6.1), which readers prefer.
struct ZIPTime: Equatable {
    let dosTime: UInt16
    let dosDate: UInt16
    /// Seconds since 1970; nil when they do not fit into the field's 32 bits.
    let unixSeconds: Int32?

    private static let first: Int64 = 315_532_800  // 1980-01-01
    private static let last: Int64 = 4_354_819_198  // 2107-12-31 23:59:58

    init(milliseconds: Int64) {
        let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
        unixSeconds = Int32(exactly: seconds)
        var clock = time_t(min(max(seconds, Self.first), Self.last))
        var parts = tm()
        gmtime_r(&clock, &parts)
        dosTime = UInt16(parts.tm_hour << 11 | parts.tm_min << 5 | parts.tm_sec / 2)
        dosDate = UInt16((parts.tm_year - 80) << 9 | (parts.tm_mon + 1) << 5 | parts.tm_mday)
    }

    /// The extended timestamp with the time of modification; empty when it does not fit.
    var extraField: [UInt8] {
        guard let unixSeconds else { return [] }
        var field: [UInt8] = []
        field.put16(0x5455)
        field.put16(5)
        field.append(1)
        field.put32(UInt32(bitPattern: unixSeconds))
        return field
    }
}
