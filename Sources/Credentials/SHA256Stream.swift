import CCrypto

/// SHA-256 of bytes that come piece by piece, by libcrypto.
///
/// It alone owns its context, which knows no thread, so that it may be handed from one task to another.
public struct SHA256Stream: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer?

    public init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The 32 bytes of the digest of all that came.
    public consuming func finish() -> [UInt8] {
        var output = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &output, nil)
        return output
    }
}
