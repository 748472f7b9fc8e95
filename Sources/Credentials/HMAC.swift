import CCrypto

/// Keyed hashes (RFC 2104), by libcrypto.
public enum HMAC {
    /// The 32 bytes of HMAC-SHA256.
    public static func sha256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: 32)
        CCrypto.HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &output, nil)
        return output
    }
}
