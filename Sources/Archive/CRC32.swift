import CZlib

/// The checksum of a file in an archive (APPNOTE 4.4.7), by zlib.
public struct CRC32: Sendable, Equatable {
    /// The checksum of all bytes so far; 0 of none.
    public private(set) var value: UInt32 = 0

    public init() {}

    public init(of bytes: [UInt8]) { update(bytes) }
    public init(of bytes: UnsafeRawBufferPointer) { update(bytes) }

    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        // Of no bytes zlib is asked nothing: without an address it would answer as for a new checksum.
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        let first = start.assumingMemoryBound(to: UInt8.self)
        value = UInt32(truncatingIfNeeded: crc32_z(uLong(value), first, bytes.count))
    }
}
