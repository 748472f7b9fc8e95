/// Puts numbers into bytes, little-endian.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func put(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Takes numbers out of bytes, little-endian. The caller has checked that they are there.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func short() -> UInt16 { take() }
    mutating func word() -> UInt32 { take() }
    mutating func long() -> UInt64 { take() }

    private mutating func take<Value: FixedWidthInteger>() -> Value {
        var value: Value = 0
        for index in 0..<MemoryLayout<Value>.size {
            value |= Value(truncatingIfNeeded: bytes[position + index]) << (8 * index)
        }
        position += MemoryLayout<Value>.size
        return value
    }
}
