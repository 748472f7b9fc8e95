import CZlib

/// The checksum of a file in an archive (APPNOTE 4.4.7), by zlib.
public struct CRC32: Sendable, Equatable {
    /// The checksum of all bytes so far; 0 of none.
    public private(set) var value: UInt32 = 0

    public init() {}

    public init(of bytes: [UInt8]) { update(bytes) }

    public mutating func update(_ bytes: [UInt8]) {
        value = bytes.withUnsafeBufferPointer { buffer in
            UInt32(truncatingIfNeeded: crc32_z(uLong(value), buffer.baseAddress, buffer.count))
        }
    }
}
