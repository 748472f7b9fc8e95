import CCrypto

/// Base64 with padding (RFC 4648, section 4), by libcrypto.
public enum Base64 {
    /// The bytes that a text stands for; nil when it is no base64. Line breaks are not taken.
    public static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        guard !text.isEmpty else { return [] }
        let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { output, count in
            let written = text.withUnsafeBufferPointer { input in
                EVP_DecodeBlock(output.baseAddress, input.baseAddress, Int32(truncatingIfNeeded: input.count))
            }
            count = max(0, Int(written))
        }
        // libcrypto counts what padding stands for too.
        guard bytes.count == text.count / 4 * 3 else { return nil }
        return Array(bytes.dropLast(padding))
    }
}
