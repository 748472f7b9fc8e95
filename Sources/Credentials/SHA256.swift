import CCrypto

/// SHA-256 (FIPS 180-4), by libcrypto.
public enum SHA256 {
    /// The 32 bytes of the digest.
    public static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let input = Array(bytes)
        var output = [UInt8](repeating: 0, count: 32)
        EVP_Digest(input, input.count, &output, nil, EVP_sha256(), nil)
        return output
    }
}
