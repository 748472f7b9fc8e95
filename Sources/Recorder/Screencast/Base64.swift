/// Reads base64 (RFC 4648, section 4), four characters at a step.
enum Base64 {
    /// For each of the four places of a character its bits, shifted to their place; what is no character sets the top bit.
    private static let tables: [UInt32] = {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var tables = [UInt32](repeating: 1 << 31, count: 4 * 256)
        for (value, character) in alphabet.enumerated() {
            for place in 0..<4 { tables[place * 256 + Int(character)] = UInt32(value) << UInt32(18 - 6 * place) }
        }
        return tables
    }()

    /// Nil for what is not base64 with its padding.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let padding = text.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
        let size = text.count / 4 * 3 - padding
        guard text.count > 0 else { return [] }
        var isWrong: UInt32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { target, count in
            text.withUnsafeBufferPointer { source in
                tables.withUnsafeBufferPointer { tables in
                    isWrong = decode(source, into: target, tables, padding: padding)
                }
            }
            count = text.count / 4 * 3
        }
        guard isWrong >> 31 == 0 else { return nil }
        bytes.removeLast(bytes.count - size)
        return bytes
    }

    private static func decode(
        _ source: UnsafeBufferPointer<UInt8>,
        into target: UnsafeMutableBufferPointer<UInt8>,
        _ tables: UnsafeBufferPointer<UInt32>,
        padding: Int
    ) -> UInt32 {
        var seen: UInt32 = 0
        var written = 0
        let whole = source.count - (padding > 0 ? 4 : 0)
        var position = 0
        while position < whole {
            let bits =
                tables[Int(source[position])] | tables[256 + Int(source[position + 1])]
                | tables[512 + Int(source[position + 2])] | tables[768 + Int(source[position + 3])]
            put(bits, into: target, &written)
            seen |= bits
            position += 4
        }
        guard padding > 0 else { return seen }
        var bits = tables[Int(source[position])] | tables[256 + Int(source[position + 1])]
        if padding == 1 { bits |= tables[512 + Int(source[position + 2])] }
        put(bits, into: target, &written)
        return seen | bits
    }

    private static func put(_ bits: UInt32, into target: UnsafeMutableBufferPointer<UInt8>, _ written: inout Int) {
        target[written] = UInt8(truncatingIfNeeded: bits >> 16)
        target[written + 1] = UInt8(truncatingIfNeeded: bits >> 8)
        target[written + 2] = UInt8(truncatingIfNeeded: bits)
        written += 3
    }
}
