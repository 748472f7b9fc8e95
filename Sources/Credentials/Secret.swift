/// A random token that opens something: 256 bits from the system's generator, kept only where it must be shown.
///
/// What is stored is ``hash``. Interpolating a secret into text gives `REDACTED`, so that it reaches no log or error by mistake.
public struct Secret: Sendable, Hashable {
    /// The token itself, for the one who may have it.
    public let value: String

    public init(_ value: String) { self.value = value }

    /// SHA-256 of the token, 32 bytes.
    public var hash: [UInt8] { SHA256.digest(value.utf8) }

    /// A new token of 43 characters of base64url (RFC 4648, section 5), without padding.
    public static func random() -> Secret {
        var generator = SystemRandomNumberGenerator()
        return Secret(text(length: 43, alphabet: base64URL, using: &generator))
    }

    /// A new API key: `bctrl_` and 40 letters and digits, as the published clients expect.
    public static func randomAPIKey() -> Secret {
        var generator = SystemRandomNumberGenerator()
        return Secret("bctrl_" + text(length: 40, alphabet: Array(base64URL.prefix(62)), using: &generator))
    }

    /// Whether two secrets are the same, in a time that does not tell where they differ.
    public func matches(_ other: String) -> Bool {
        zip(hash, Secret(other).hash).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static let base64URL = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".unicodeScalars
    )

    private static func text(
        length: Int,
        alphabet: [Unicode.Scalar],
        using generator: inout SystemRandomNumberGenerator
    ) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<length { text.append(alphabet[Int.random(in: alphabet.indices, using: &generator)]) }
        return String(text)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "REDACTED" }
    public var debugDescription: String { "REDACTED" }
}
