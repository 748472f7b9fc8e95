import CCrypto

/// SHA-1 (RFC 3174), by libcrypto: for the handshake of WebSockets, which secures nothing by it.
public enum SHA1 {
    /// The 20 bytes of the digest.
    public static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let input = Array(bytes)
        var output = [UInt8](repeating: 0, count: 20)
        EVP_Digest(input, input.count, &output, nil, EVP_sha1(), nil)
        return output
    }
}
