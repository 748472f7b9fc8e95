/// What a caller prefers of an answer that takes long: the header `Prefer` (RFC 7240).
public struct WaitPreference: Sendable, Equatable {
    /// How long to wait before the answer says that the work goes on.
    public let limit: Duration

    /// What a caller gets who prefers nothing; clients and proxies give up on silent connections later.
    public static let defaultLimit = Duration.seconds(120)
    public static let maximumLimit = Duration.seconds(240)

    /// - Parameter header: `respond-async`, `wait=SECONDS`, or both; what is not understood counts as not said.
    public init(_ header: String?) {
        let parts = (header ?? "").lowercased().split { $0 == "," || $0 == ";" || $0 == " " }
        if let seconds = parts.lazy.compactMap({ Self.seconds($0) }).first {
            limit = min(.seconds(seconds), Self.maximumLimit)
        } else {
            limit = parts.contains("respond-async") ? .zero : Self.defaultLimit
        }
    }

    private static func seconds(_ part: Substring) -> Int? {
        guard part.hasPrefix("wait=") else { return nil }
        return Int(part.dropFirst("wait=".count)).flatMap { $0 >= 0 ? min($0, 86_400) : nil }
    }
}
