public import Credentials
public import Model
import Store
import Synchronization

/// Signs a person in to the dashboard: a code, good once and for some minutes, is exchanged for a key that lapses.
///
/// So the address that opens the dashboard never carries a key. Codes are random 256 bits and kept as SHA-256, in memory only:
/// a server that is started anew knows none of them.
public final class DashboardSignIn: Sendable {
    /// How long a code is good, in seconds.
    public static let codeSeconds = 300
    /// How long a session lasts at most, in seconds; never longer than the key that asked for its code.
    public static let sessionSeconds = 43_200
    /// The name of the keys that sessions are.
    public static let keyName = "dashboard"

    /// Codes that are not used yet; of more, the one that lapses first goes.
    private static let mostCodes = 1_000

    private struct Code {
        /// Who asked for it.
        let maker: APIKey
        let expiresAt: Timestamp
    }

    private let keys: Keys
    private let codes = Mutex<[[UInt8]: Code]>([:])

    init(keys: Keys) { self.keys = keys }

    /// A new code, which is shown this once.
    /// - Parameter maker: whoever asks for it. The session ends with this key at the latest.
    public func code(for maker: APIKey, now: Timestamp = .now) -> (code: Secret, expiresAt: Timestamp) {
        let secret = Secret.random()
        let code = Code(maker: maker, expiresAt: now.adding(seconds: Self.codeSeconds))
        codes.withLock { codes in
            codes = codes.filter { $0.value.expiresAt > now }
            if codes.count >= Self.mostCodes,
                let first = codes.min(by: { $0.value.expiresAt < $1.value.expiresAt })
            {
                codes[first.key] = nil
            }
            codes[secret.hash] = code
        }
        return (secret, code.expiresAt)
    }

    /// Exchanges a code for the key of a session and its secret, which is shown this once. The code is used up, whatever comes of it.
    /// - Throws: `auth.code_invalid` for a code that was never made, was used, or has lapsed, and when the key that asked for it is
    ///   gone.
    public func exchange(_ presented: String, now: Timestamp = .now) async throws -> (key: APIKey, secret: Secret) {
        let hash = Secret(presented).hash
        guard let code = codes.withLock({ $0.removeValue(forKey: hash) }), code.expiresAt > now,
            try await keys.isValid(code.maker, at: now)
        else {
            throw ControlPlaneError(.signInCodeInvalid, "This sign-in code was used already, or has lapsed.")
        }
        try await keys.deleteLapsed(named: Self.keyName, at: now)
        let end = now.adding(seconds: Self.sessionSeconds)
        return try await keys.create(
            name: Self.keyName,
            expiresAt: code.maker.expiresAt.map { min($0, end) } ?? end
        )
    }
}
